const STARTS_AFTER_PX = 4

/** Draws a rectangle from where the pointer went down, and tells which cards it touches in the end. */
export function beginMarquee(
  down: PointerEvent,
  scroller: HTMLElement,
  chosen: (ids: string[]) => void,
): void {
  let frame: HTMLElement | undefined
  const box = (event: PointerEvent) => ({
    left: Math.min(event.clientX, down.clientX),
    top: Math.min(event.clientY, down.clientY),
    right: Math.max(event.clientX, down.clientX),
    bottom: Math.max(event.clientY, down.clientY),
  })
  const move = (event: PointerEvent) => {
    const { left, top, right, bottom } = box(event)
    if (!frame && Math.hypot(right - left, bottom - top) < STARTS_AFTER_PX) return
    if (!frame) {
      frame = document.createElement('div')
      frame.setAttribute('aria-hidden', 'true')
      Object.assign(frame.style, {
        position: 'fixed',
        inset: '0 auto auto 0',
        zIndex: '40',
        pointerEvents: 'none',
        border: '1.5px solid var(--accent)',
        borderRadius: '6px',
        background: 'color-mix(in oklab, var(--accent) 12%, transparent)',
      })
      document.body.append(frame)
    }
    event.preventDefault()
    frame.style.transform = `translate(${left}px, ${top}px)`
    frame.style.inlineSize = `${right - left}px`
    frame.style.blockSize = `${bottom - top}px`
  }
  const end = () => {
    frame?.remove()
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', end)
    removeEventListener('keydown', key, true)
  }
  const up = (event: PointerEvent) => {
    const drawn = frame !== undefined
    const { left, top, right, bottom } = box(event)
    end()
    if (!drawn) return
    const swallow = (click: Event) => click.stopPropagation()
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    chosen(
      [...scroller.querySelectorAll<HTMLElement>('[data-card]')]
        .filter((card) => {
          const at = card.getBoundingClientRect()
          return at.left < right && at.right > left && at.top < bottom && at.bottom > top
        })
        .map((card) => card.dataset['card']!),
    )
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end()
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', end)
  addEventListener('keydown', key, true)
}
