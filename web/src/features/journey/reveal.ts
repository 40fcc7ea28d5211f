import { useEffect, type RefObject } from 'react'
import type { Flow } from './fit'
import type { Layout } from './layout'

/** The panel on the right covers this much of the canvas. */
const PANEL = 412
const MARGIN = 28

/** Moves the canvas just enough that the chosen step stands beside the panel, not under it. */
export function useReveal(
  flow: Flow | undefined,
  frame: RefObject<HTMLElement | null>,
  layout: Layout,
  selected: string | undefined,
): void {
  useEffect(() => {
    const place = selected && layout.placed.get(selected)
    const box = frame.current
    if (!flow || !place || !box) return
    const { x, y, zoom } = flow.getViewport()
    const free = {
      width: Math.max(box.clientWidth - PANEL, box.clientWidth / 3),
      height: box.clientHeight,
    }
    const next = {
      x: shift(x, place.x * zoom, place.width * zoom, free.width),
      y: shift(y, place.y * zoom, place.height * zoom, free.height),
      zoom,
    }
    if (next.x !== x || next.y !== y) void flow.setViewport(next, { duration: 260 })
  }, [flow, frame, layout, selected])
}

/** The offset, changed only as far as needed to hold [start, start + size] within the room. */
export function shift(offset: number, start: number, size: number, room: number): number {
  if (start + offset < MARGIN) return MARGIN - start
  if (start + size + offset > room - MARGIN)
    return Math.max(MARGIN - start, room - MARGIN - size - start)
  return offset
}
