import { createContext, useContext, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { CatalogueCatalogue, DecisionView } from '~/lib/api-schemas'
import type { Trial } from './api'
import { ANY_PLACEMENT, placesOf } from './catalogue'
import { fatesOf, takenOut, type Fate } from './fate'

/** What the tabs know of the person who is tried. */
export interface Tried {
  trial: Trial | undefined
  view: DecisionView | undefined
  fates: ReadonlyMap<string, Fate>
  taken: ReadonlyMap<string, number>
}

const NOBODY: Tried = { trial: undefined, view: undefined, fates: new Map(), taken: new Map() }

export const TriedContext = createContext<Tried>(NOBODY)
export const useTried = () => useContext(TriedContext)

export function triedOf(trial: Trial | undefined, view: DecisionView | undefined): Tried {
  return trial && view ? { trial, view, fates: fatesOf(view), taken: takenOut(view) } : NOBODY
}

const PLACEMENTS_MAX = 8

export function parseSituation(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('=').map((part) => part.trim()))
      .filter(([name, value]) => name && value)
      .map(([name, value]) => [name ?? '', value ?? '']),
  )
}

/** The trial in the address, so that it stays from tab to tab and can be sent to a colleague. */
export function useTrialChoice(catalogue: CatalogueCatalogue | undefined) {
  const [query, setQuery] = useSearchParams()
  const places = useMemo(() => (catalogue ? placesOf(catalogue) : []), [catalogue])
  const person = query.get('person') ?? undefined
  const place = places.find((each) => each.channel === query.get('channel')) ?? places[0]
  const asked = query.get('placements')?.split(',') ?? []
  const placements = place?.placements.filter((each) => asked.includes(each)) ?? []
  const chosen =
    placements.length > 0
      ? placements
      : place && place.placements.length > 0
        ? place.placements.slice(0, PLACEMENTS_MAX)
        : [ANY_PLACEMENT]
  const situation = query.get('situation') ?? ''
  const key = JSON.stringify([person, place?.channel, chosen, situation])
  const trial = useMemo<Trial | undefined>(
    () =>
      person && place
        ? {
            person,
            channel: place.channel,
            placements: chosen,
            context: parseSituation(situation),
          }
        : undefined,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of it
    [key],
  )
  const set = (changes: Record<string, string | undefined>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return { trial, person, places, place, placements: chosen, situation, set }
}

export type TrialChoice = ReturnType<typeof useTrialChoice>
