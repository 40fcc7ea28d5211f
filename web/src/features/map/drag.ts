import type { Spot } from './gestures'

const STARTS_AFTER_PX = 4
const EDGE_PX = 56
const SPEED_MAX_PX = 18

export interface Drop {
  id: string
  spot: Spot
  index: number
}

/** A cell as it lay when it was last looked at, in the scroller's own coordinates. */
interface Place {
  cell: HTMLElement
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Drags a card over the board by pointer events alone: it begins after a few pixels, scrolls at the
 * edges, and ends without a change by Escape. Where everything lies is measured once when the card
 * is lifted, and again after the board has scrolled; a step then only compares numbers and moves one
 * layer, so that it costs the same on a full board as on an empty one.
 */
export function beginDrag(
  down: PointerEvent,
  card: HTMLElement,
  scroller: HTMLElement,
  dropped: (drop: Drop) => void,
): void {
  let ghost: HTMLElement | undefined
  let places: Place[] = []
  let over: Place | undefined
  let cards: HTMLElement[] = []
  let middles: number[] = []
  let before: HTMLElement | undefined
  let mark: HTMLElement | undefined
  let edges = scroller.getBoundingClientRect()
  let frame = 0
  let moved = false
  let x = down.clientX
  let y = down.clientY
  const box = card.getBoundingClientRect()
  const id = card.dataset['card']!

  const measure = () => {
    edges = scroller.getBoundingClientRect()
    const [sx, sy] = [scroller.scrollLeft - edges.left, scroller.scrollTop - edges.top]
    places = [...scroller.querySelectorAll<HTMLElement>('[data-cell]')].map((cell) => {
      const { left, right, top, bottom } = cell.getBoundingClientRect()
      return { cell, left: left + sx, right: right + sx, top: top + sy, bottom: bottom + sy }
    })
  }

  const layer = () => {
    const made = document.createElement('div')
    made.setAttribute('aria-hidden', 'true')
    Object.assign(made.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      zIndex: '40',
      pointerEvents: 'none',
      willChange: 'transform',
      contain: 'layout style paint',
    })
    document.body.append(made)
    return made
  }

  const lift = () => {
    ghost = layer()
    const copy = card.cloneNode(true) as HTMLElement
    copy.removeAttribute('data-card')
    // The hue of a card is its lane's, which the layer does not lie in.
    const { backgroundColor, borderColor } = getComputedStyle(card)
    Object.assign(copy.style, {
      inlineSize: `${box.width}px`,
      margin: '0',
      backgroundColor,
      borderColor,
      boxShadow: 'var(--shadow-3)',
    })
    ghost.append(copy)
    ghost.style.contain = 'layout style'
    mark = layer()
    Object.assign(mark.style, {
      background: 'var(--accent)',
      borderRadius: '2px',
      opacity: '0',
      zIndex: '39',
    })
    card.dataset['lifted'] = ''
    document.body.style.cursor = 'grabbing'
    measure()
    frame = requestAnimationFrame(scroll)
  }

  /** The cards of a cell and where their middles lie, measured when the cell is come to. */
  const enter = (place: Place | undefined) => {
    over?.cell.removeAttribute('data-over')
    over = place
    place?.cell.setAttribute('data-over', '')
    cards = place
      ? [...place.cell.querySelectorAll<HTMLElement>('[data-card]')].filter((each) => each !== card)
      : []
    const sy = scroller.scrollTop - edges.top
    middles = cards.map((each) => {
      const { top, height } = each.getBoundingClientRect()
      return top + height / 2 + sy
    })
  }

  const place = () => {
    ghost!.style.transform = `translate(${box.x + x - down.clientX}px, ${box.y + y - down.clientY}px) rotate(1.5deg)`
    const inside = x >= edges.left && x < edges.right && y >= edges.top && y < edges.bottom
    const px = x - edges.left + scroller.scrollLeft
    const py = y - edges.top + scroller.scrollTop
    const now = inside
      ? places.find((at) => px >= at.left && px < at.right && py >= at.top && py < at.bottom)
      : undefined
    if (now?.cell !== over?.cell) enter(now)
    let low = 0
    for (let high = middles.length; low < high;) {
      const half = (low + high) >> 1
      if (py < middles[half]!) high = half
      else low = half + 1
    }
    const next = cards[low]
    if (next === before) return
    before = next
    if (next) {
      const { left, top, width } = next.getBoundingClientRect()
      mark!.style.transform = `translate(${left}px, ${top - 6}px)`
      Object.assign(mark!.style, { inlineSize: `${width}px`, blockSize: '3px', opacity: '1' })
    } else mark!.style.opacity = '0'
  }

  const pull = (at: number, from: number, to: number) =>
    at < from + EDGE_PX
      ? -Math.min(1, (from + EDGE_PX - at) / EDGE_PX) * SPEED_MAX_PX
      : at > to - EDGE_PX
        ? Math.min(1, (at - to + EDGE_PX) / EDGE_PX) * SPEED_MAX_PX
        : 0

  const scroll = () => {
    const dx = pull(x, edges.left, edges.right)
    const dy = pull(y, edges.top, edges.bottom)
    if (dx !== 0 || dy !== 0) {
      const [left, top] = [scroller.scrollLeft, scroller.scrollTop]
      scroller.scrollBy(dx, dy)
      if (scroller.scrollLeft !== left || scroller.scrollTop !== top) {
        // What comes into view takes its real height only now.
        measure()
        enter(undefined)
        before = undefined
        moved = true
      }
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
    if (!ghost) {
      // While the card holds the pointer nothing under it lights up, and nobody else listens.
      card.setPointerCapture(down.pointerId)
      lift()
    }
    event.stopPropagation()
    moved = true
  }

  const end = () => {
    cancelAnimationFrame(frame)
    ghost?.remove()
    mark?.remove()
    over?.cell.removeAttribute('data-over')
    delete card.dataset['lifted']
    document.body.style.cursor = ''
    removeEventListener('pointermove', move, true)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', end)
    removeEventListener('keydown', key, true)
  }

  const up = () => {
    if (ghost) place()
    const [lane, column] = over?.cell.dataset['cell']?.split('|') ?? []
    const index = before ? cards.indexOf(before) : cards.length
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

  addEventListener('pointermove', move, true)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', end)
  addEventListener('keydown', key, true)
}
