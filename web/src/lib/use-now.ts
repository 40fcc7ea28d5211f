import { useSyncExternalStore } from 'react'
import { serverNow } from './server-time'

const TICK_MILLIS = 5_000

let now = serverNow()
let timer: number | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  now = serverNow()
  timer ??= window.setInterval(() => {
    now = serverNow()
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
