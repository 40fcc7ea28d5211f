import { useEffect, type RefObject } from 'react'
import { stored } from '~/lib/stored'
import type { Live } from './live'

/** Whether dots travel; a reader who asked for less motion sees none either way. */
export const motion = stored('cairn.motion', 'on', ['on', 'off'])

/** Dots alive at once; a busier second shows no more, the numbers still tell it all. */
const DOTS_MAX = 48
const TRAVEL_MILLIS = 1500
/** Moves come once a second; spread over that second they flow. */
const SPREAD_MILLIS = 950
/** Points along a way. Between them a dot goes straight, moved by the compositor alone. */
const SAMPLES = 20

interface Way {
  points: readonly Keyframe[]
  color: string
}

const ways = new Map<string, Way>()

/** The drawn way of a transition, while it is drawn. */
export function holdWay(key: string, path: SVGPathElement | null, color: string): void {
  if (path) ways.set(key, { points: sample(path), color })
  else ways.delete(key)
}

function sample(path: SVGPathElement): Keyframe[] {
  const length = path.getTotalLength()
  return Array.from({ length: SAMPLES + 1 }, (_, at) => {
    const { x, y } = path.getPointAtLength((length * at) / SAMPLES)
    return {
      transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`,
      opacity: at === 0 ? 0 : 1,
    }
  })
}

/** Lets a dot travel for every move that is told, and the step it reaches glow. */
export function useMovingDots(
  live: Live,
  canvas: RefObject<HTMLElement | null>,
  layer: RefObject<HTMLElement | null>,
  on: boolean,
): void {
  const { onMoved } = live
  useEffect(() => {
    if (!on || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const dots = new Set<HTMLElement>()
    const stop = onMoved((moved) => {
      const ground = layer.current
      if (document.hidden || dots.size >= DOTS_MAX || !ground) return
      const delay = Math.random() * SPREAD_MILLIS
      const way = moved.from && ways.get(`${moved.from}>${moved.to}`)
      if (way) travel(way, ground, delay, dots, () => glow(canvas.current, moved.to))
      else window.setTimeout(() => glow(canvas.current, moved.to), delay)
    })
    return () => {
      stop()
      dots.forEach((dot) => dot.remove())
    }
  }, [onMoved, canvas, layer, on])
}

function travel(
  way: Way,
  ground: HTMLElement,
  delay: number,
  dots: Set<HTMLElement>,
  arrived: () => void,
): void {
  const dot = document.createElement('i')
  dot.style.background = way.color
  ground.append(dot)
  dots.add(dot)
  const trip = dot.animate([...way.points], {
    duration: TRAVEL_MILLIS,
    delay,
    easing: 'cubic-bezier(0.45, 0, 0.4, 1)',
  })
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

/** A ring around the step that fades; only its opacity changes. */
function glow(canvas: HTMLElement | null, step: string): void {
  const ring = canvas?.querySelector(`[data-id="${CSS.escape(step)}"] [data-ring]`)
  ring?.animate([{ opacity: 1 }, { opacity: 0 }], { duration: 800, easing: 'ease-out' })
}
