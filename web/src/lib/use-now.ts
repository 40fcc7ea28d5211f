import { useSyncExternalStore } from 'react'

const TICK_MILLIS = 15_000

let now = Date.now()
let timer: number | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = Date.now()
  timer ??= window.setInterval(() => {
    now = Date.now()
    listeners.forEach((each) => each())
  }, TICK_MILLIS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.clearInterval(timer)
    timer = undefined
  }
}

/** The time for "3 minutes ago": the same for all who show it, and it goes on by itself. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
