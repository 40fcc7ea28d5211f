import { useMemo, useSyncExternalStore } from 'react'
import type { Journey, Transition } from '~/lib/api-types'
import type { LiveStore } from './live-store'

/**
 * The journey with the ways that people took although none is planned there: exits, goals and
 * moves that hold from anywhere, and what an earlier version had.
 */
export function useJourneyAsTaken(journey: Journey, store: LiveStore): Journey {
  const taken = useSyncExternalStore(
    (listener) => store.subscribe('taken', listener),
    store.takenWays,
  )
  return useMemo(() => withTaken(journey, taken), [journey, taken])
}

export function withTaken(journey: Journey, taken: readonly string[]): Journey {
  const planned = new Set(journey.transitions.map(({ from, to }) => `${from}>${to}`))
  const known = new Set(journey.steps.map((step) => step.id))
  const more = taken.flatMap((way): Transition[] => {
    const [from = '', to = ''] = way.split('>')
    const drawn = planned.has(way) || from === to || !known.has(from) || !known.has(to)
    return drawn ? [] : [{ from, to, kind: 'move' }]
  })
  return more.length === 0
    ? journey
    : { ...journey, transitions: [...journey.transitions, ...more] }
}
