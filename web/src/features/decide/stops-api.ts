import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HarmHarms, SwitchPart, SwitchStopped } from '~/lib/api-schemas'
import type { JourneySummary } from '~/lib/api-types'
import { get, post } from '~/lib/http'

const LIVELY = 5_000
const KEY = ['switches']

/** What can be stopped by a switch, and how each kind is told. */
export const STOP_KINDS = ['action', 'channel', 'journey', 'everything'] as const
export type StopKind = (typeof STOP_KINDS)[number]

/** One thing that a switch stops. */
export interface Part {
  kind: StopKind
  /** Empty for everything. */
  id: string
  name: string
}

export const partOf = ({ kind, id, name }: SwitchPart): Part => ({
  kind: STOP_KINDS.find((each) => each === kind) ?? 'action',
  id,
  name,
})

export function useSwitches() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => get<SwitchStopped>('/v1/switches', signal),
    refetchInterval: LIVELY,
  })
}

export function useHarm(enabled: boolean) {
  return useQuery({
    queryKey: ['harm'],
    queryFn: ({ signal }) => get<HarmHarms>('/v1/harm', signal),
    select: (answer) => answer.actions,
    refetchInterval: LIVELY,
    enabled,
  })
}

export function useJourneys() {
  return useQuery({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => get<{ journeys: JourneySummary[] }>('/v1/journeys', signal),
    select: (answer) => answer.journeys,
  })
}

/** Stops one part or lets it run again, from the next decision on. */
export function useThrow() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ part, stops }: { part: Part; stops: boolean }) =>
      post<SwitchStopped>(`/v1/switches/${stops ? 'stop' : 'start'}`, {
        kind: part.kind,
        id: part.id,
      }),
    onSuccess: (now) => {
      queries.setQueryData(KEY, now)
      return queries.invalidateQueries({ queryKey: ['harm'] })
    },
  })
}
