import { useSyncExternalStore } from 'react'
import { onServerTime, serverNow } from './server-time'

const TICK_MILLIS = 5_000

let now = serverNow()
let timer: number | undefined
let unhear: (() => void) | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = serverNow()
  listeners.forEach((each) => each())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = serverNow()
  timer ??= window.setInterval(tick, TICK_MILLIS)
  unhear ??= onServerTime(tick)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.clearInterval(timer)
    timer = undefined
    unhear?.()
    unhear = undefined
  }
}

/** The time for "3 minutes ago": the same for all who show it, and it goes on by itself. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
