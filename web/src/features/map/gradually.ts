import { startTransition, useEffect, useState } from 'react'

/** Cards of one cell that are drawn with the map itself: more than a screen shows of it. */
const FIRST = 12
/** Cards of one cell that are drawn at once while nothing else is to be done. */
const MORE = 30
const IDLE_MILLIS_MIN = 6

const waiting = new Set<() => void>()
let asked = false

function work(deadline: IdleDeadline): void {
  asked = false
  for (const task of waiting) {
    waiting.delete(task)
    task()
    if (deadline.timeRemaining() < IDLE_MILLIS_MIN) break
  }
  ask()
}

function ask(): void {
  if (asked || waiting.size === 0) return
  asked = true
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 250 })
  else setTimeout(() => work({ didTimeout: false, timeRemaining: () => 0 }), 16)
}

function whenIdle(task: () => void): () => void {
  waiting.add(task)
  ask()
  return () => waiting.delete(task)
}

/**
 * How many of so many are drawn by now: a screenful at once, the others bit by bit while the browser
 * has nothing else to do. All of them end up on the page, to be searched, read aloud and printed.
 */
export function useGradually(count: number): number {
  const [shown, setShown] = useState(FIRST)
  const isAll = shown >= count
  useEffect(() => {
    if (isAll) return
    return whenIdle(() => startTransition(() => setShown((now) => now + MORE)))
  }, [isAll, shown])
  return Math.min(shown, count)
}
