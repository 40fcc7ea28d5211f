import { useQuery } from '@tanstack/react-query'
import type { Counts, Journey, PeoplePage } from '~/lib/api-types'
import { get, withQuery } from '~/lib/http'

const path = (id: string) => `/v1/journeys/${encodeURIComponent(id)}`

export function useJourney(id: string) {
  return useQuery({
    queryKey: ['journey', id],
    queryFn: ({ signal }) => get<Journey>(path(id), signal),
    staleTime: 60_000,
  })
}

export const readCounts = (id: string, signal?: AbortSignal) =>
  get<Counts>(`${path(id)}/counts`, signal)

/** The first few people at a step; the list refreshes while it is looked at. */
export function usePeopleAt(journey: string, step: string, limit: number) {
  return useQuery({
    queryKey: ['people', { journey, step, limit }],
    queryFn: ({ signal }) =>
      get<PeoplePage>(withQuery('/v1/people', { journey, step, limit }), signal),
    refetchInterval: 10_000,
  })
}
