import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  TrialBegin,
  TrialBoth,
  TrialFound,
  TrialMoved,
  TrialTrial,
  TrialTrials,
} from '~/lib/api-schemas'
import { get, post, withQuery } from '~/lib/http'
import { noteServerTime } from '~/lib/server-time'

const LIST = 'trials'
const RUNNING = 700
const path = (id: string) => `/v1/trials/${encodeURIComponent(id)}`

export const isUnderWay = (trial: TrialTrial) => trial.state === 'running'

export function useTrials(draft: string) {
  return useQuery({
    queryKey: [LIST, draft],
    queryFn: ({ signal }) => get<TrialTrials>(withQuery('/v1/trials', { draft }), signal),
    select: (answer) => {
      answer.trials.forEach((trial) => noteServerTime(trial.begun))
      return answer
    },
    refetchInterval: (query) => (query.state.data?.trials.some(isUnderWay) ? RUNNING : false),
  })
}

/** What a trial found so far; asked for again until it is over. */
export function useFound(id: string | undefined) {
  return useQuery({
    queryKey: ['trial-found', id],
    queryFn: ({ signal }) => get<TrialFound>(path(id ?? ''), signal),
    refetchInterval: (query) =>
      query.state.data && isUnderWay(query.state.data.trial) ? RUNNING : false,
    enabled: id !== undefined,
  })
}

export function useBeginTrial(draft: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ask: Omit<TrialBegin, 'draft'>) =>
      post<TrialTrial>('/v1/trials', { ...ask, draft }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [LIST, draft] }),
  })
}

export function useCancelTrial(trial: TrialTrial) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => post<TrialTrial>(`${path(trial.id)}/cancel`),
    onSuccess: () => queries.invalidateQueries({ queryKey: [LIST] }),
  })
}

/** Some of those who gain and lose; not everybody who may try may read people. */
export function useMoved(id: string) {
  return useQuery({
    queryKey: ['trial-moved', id],
    queryFn: ({ signal }) => get<TrialMoved>(`${path(id)}/people`, signal),
    staleTime: Infinity,
    retry: false,
  })
}

export function useBoth(id: string, person: string, enabled: boolean) {
  return useQuery({
    queryKey: ['trial-both', id, person],
    queryFn: ({ signal }) =>
      get<TrialBoth>(`${path(id)}/people/${encodeURIComponent(person)}`, signal),
    enabled,
    staleTime: Infinity,
    retry: false,
  })
}
