import type { Spot } from './gestures'

const STARTS_AFTER_PX = 4
const EDGE_PX = 56
const SPEED_MAX_PX = 18

export interface Drop {
  id: string
  spot: Spot
  index: number
}

/**
 * Drags a card over the board by pointer events alone: it begins after a few pixels, scrolls at the
 * edges, and ends without a change by Escape. It writes to the page directly, so that a step costs
 * the same on a full board as on an empty one.
 */
export function beginDrag(
  down: PointerEvent,
  card: HTMLElement,
  scroller: HTMLElement,
  dropped: (drop: Drop) => void,
): void {
  let ghost: HTMLElement | undefined
  let over: HTMLElement | undefined
  let before: Element | undefined
  let frame = 0
  let moved = false
  let x = down.clientX
  let y = down.clientY
  const box = card.getBoundingClientRect()
  const id = card.dataset['card']!

  const lift = () => {
    ghost = card.cloneNode(true) as HTMLElement
    ghost.removeAttribute('data-card')
    ghost.setAttribute('aria-hidden', 'true')
    Object.assign(ghost.style, {
      position: 'fixed',
      insetInlineStart: '0',
      insetBlockStart: '0',
      inlineSize: `${box.width}px`,
      zIndex: '40',
      pointerEvents: 'none',
      margin: '0',
      boxShadow: 'var(--shadow-3)',
      willChange: 'transform',
    })
    document.body.append(ghost)
    card.dataset['lifted'] = ''
    document.body.style.cursor = 'grabbing'
    frame = requestAnimationFrame(scroll)
  }

  const place = () => {
    ghost!.style.transform = `translate(${box.x + x - down.clientX}px, ${box.y + y - down.clientY}px) rotate(1.5deg)`
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]') ?? undefined
    if (cell !== over) {
      over?.removeAttribute('data-over')
      cell?.setAttribute('data-over', '')
      over = cell
    }
    const next = cell
      ? [...cell.querySelectorAll('[data-card]')].find((each) => {
          if (each === card) return false
          const { top, height } = each.getBoundingClientRect()
          return y < top + height / 2
        })
      : undefined
    if (next !== before) {
      before?.removeAttribute('data-before')
      next?.setAttribute('data-before', '')
      before = next
    }
  }

  const pull = (at: number, from: number, to: number) =>
    at < from + EDGE_PX
      ? -Math.min(1, (from + EDGE_PX - at) / EDGE_PX) * SPEED_MAX_PX
      : at > to - EDGE_PX
        ? Math.min(1, (at - to + EDGE_PX) / EDGE_PX) * SPEED_MAX_PX
        : 0

  const scroll = () => {
    const edges = scroller.getBoundingClientRect()
    const dx = pull(x, edges.left, edges.right)
    const dy = pull(y, edges.top, edges.bottom)
    if (dx !== 0 || dy !== 0) {
      scroller.scrollBy(dx, dy)
      moved = true
    }
    // However often the pointer speaks, the page is looked at once a frame.
    if (moved) place()
    moved = false
    frame = requestAnimationFrame(scroll)
  }

  const move = (event: PointerEvent) => {
    x = event.clientX
    y = event.clientY
    if (!ghost && Math.hypot(x - down.clientX, y - down.clientY) < STARTS_AFTER_PX) return
    if (!ghost) lift()
    moved = true
  }

  const end = () => {
    cancelAnimationFrame(frame)
    ghost?.remove()
    over?.removeAttribute('data-over')
    before?.removeAttribute('data-before')
    delete card.dataset['lifted']
    document.body.style.cursor = ''
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', end)
    removeEventListener('keydown', key, true)
  }

  const up = () => {
    if (ghost) place()
    const [lane, column] = over?.dataset['cell']?.split('|') ?? []
    const others = over
      ? [...over.querySelectorAll('[data-card]')].filter((each) => each !== card)
      : []
    const index = before ? others.indexOf(before) : others.length
    const lifted = ghost !== undefined
    end()
    if (!lifted) return
    // The click that follows, if one does, belongs to the drag.
    const swallow = (event: Event) => event.stopPropagation()
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    if (lane && column) dropped({ id, spot: { lane, column }, index })
  }

  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ghost) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }

  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', end)
  addEventListener('keydown', key, true)
}
