import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Journey, JourneySummary, PeoplePage, Person, TimelinePage } from '~/lib/api-types'
import type { ReadingPage } from '~/lib/api-schemas'
import { get, post, withQuery } from '~/lib/http'

const PAGE = 50

export interface PeopleQuery {
  query?: string
  journey?: string
  step?: string
}

export function usePeople(about: PeopleQuery, enabled = true) {
  return useQuery<PeoplePage>({
    queryKey: ['people', { ...about, limit: PAGE }],
    queryFn: ({ signal }) =>
      get<PeoplePage>(withQuery('/v1/people', { ...about, limit: PAGE }), signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

const personPath = (id: string) => `/v1/people/${encodeURIComponent(id)}`

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => get<Person>(personPath(id), signal),
  })
}

export function useTimeline(id: string) {
  return useInfiniteQuery({
    queryKey: ['timeline', id],
    queryFn: ({ pageParam, signal }) =>
      get<TimelinePage>(
        withQuery(`${personPath(id)}/timeline`, { before: pageParam, limit: PAGE }),
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

const DECISIONS = 50

export function useDecisions(id: string) {
  return useQuery({
    queryKey: ['decisions', id],
    queryFn: ({ signal }) =>
      get<ReadingPage>(withQuery(`${personPath(id)}/decisions`, { limit: DECISIONS }), signal),
    select: (page) => page.decisions,
    retry: false,
  })
}

/** Ends, rests, goes on with or opens again one journey of a person. */
export function useSteer(id: string, instance: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ deed, body }: { deed: string; body?: object | undefined }) =>
      post<Person>(
        `${personPath(id)}/journeys/${encodeURIComponent(instance)}/${deed}`,
        body ?? {},
      ),
    onSuccess: (person) => {
      queries.setQueryData(['person', id], person)
      void queries.invalidateQueries({ queryKey: ['timeline', id] })
    },
  })
}

/** The address of the decision that an entry of the story tells, by the entry's number. */
export function useDecisionLinks(id: string): ReadonlyMap<number, string> {
  const decisions = useDecisions(id).data
  return useMemo(
    () =>
      new Map(
        (decisions ?? []).map((each) => [
          Number(each.id.split('.')[1]),
          `/decisions/${encodeURIComponent(each.id)}`,
        ]),
      ),
    [decisions],
  )
}

export function useJourneyShape(id: string | undefined) {
  return useQuery({
    queryKey: ['journey', id],
    queryFn: ({ signal }) => get<Journey>(`/v1/journeys/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== undefined,
    staleTime: 60_000,
  })
}

export function useJourneyNames() {
  return useQuery({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => get<{ journeys: JourneySummary[] }>('/v1/journeys', signal),
    select: (answer) => new Map(answer.journeys.map((journey) => [journey.id, journey.name])),
  })
}
