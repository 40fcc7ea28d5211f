import { useEffect, type RefObject } from 'react'
import type { Moved } from '~/lib/api-types'
import { stored } from '~/lib/stored'
import type { Live } from './live'

/** Whether dots travel; a reader who asked for less motion sees none either way. */
export const motion = stored('cairn.motion', 'on', ['on', 'off'])

/** Dots alive at once; a busier second shows no more, the numbers still tell it all. */
const DOTS_MAX = 48
const TRAVEL_MILLIS = 1500
/** Moves come once a second; spread over that second they flow. */
const SPREAD_MILLIS = 950

const ways = new Map<string, SVGPathElement>()

/** The drawn way of a transition, while it is drawn. */
export function holdWay(key: string, path: SVGPathElement | null): void {
  if (path) ways.set(key, path)
  else ways.delete(key)
}

/** Lets a dot travel for every move that is told, and the step it reaches glow. */
export function useMovingDots(
  live: Live,
  canvas: RefObject<HTMLElement | null>,
  on: boolean,
): void {
  const { onMoved } = live
  useEffect(() => {
    if (!on || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const dots = new Set<SVGCircleElement>()
    const stop = onMoved((moved) => {
      if (document.hidden || dots.size >= DOTS_MAX) return
      const delay = Math.random() * SPREAD_MILLIS
      const way = moved.from && ways.get(`${moved.from}>${moved.to}`)
      if (way) travel(way, delay, dots, () => glow(canvas.current, moved))
      else window.setTimeout(() => glow(canvas.current, moved), delay)
    })
    return () => {
      stop()
      dots.forEach((dot) => dot.remove())
    }
  }, [onMoved, canvas, on])
}

function travel(
  way: SVGPathElement,
  delay: number,
  dots: Set<SVGCircleElement>,
  arrived: () => void,
) {
  const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  dot.setAttribute('r', '4')
  dot.setAttribute('fill', 'currentColor')
  dot.style.offsetPath = `path("${way.getAttribute('d')}")`
  dot.style.opacity = '0'
  way.parentNode?.append(dot)
  dots.add(dot)
  const trip = dot.animate(
    [
      { offsetDistance: '0%', opacity: 0 },
      { offsetDistance: '12%', opacity: 1, offset: 0.15 },
      { offsetDistance: '100%', opacity: 1 },
    ],
    { duration: TRAVEL_MILLIS, delay, easing: 'cubic-bezier(0.45, 0, 0.4, 1)' },
  )
  const done = () => {
    dot.remove()
    dots.delete(dot)
  }
  trip.onfinish = () => {
    done()
    arrived()
  }
  trip.oncancel = done
}

function glow(canvas: HTMLElement | null, moved: Moved): void {
  const node = canvas?.querySelector(`[data-id="${CSS.escape(moved.to)}"] > div`)
  node?.animate(
    [{ boxShadow: '0 0 0 2.5px color-mix(in oklab, var(--accent) 34%, transparent)' }, {}],
    { duration: 700, easing: 'ease-out' },
  )
}
