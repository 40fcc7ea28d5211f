import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type * as api from '~/lib/api-schemas'
import type { EndingKind, With } from '~/lib/api-types'
import { del, get, post, withQuery } from '~/lib/http'

export type Manner = 'shadow' | 'live'

export type Change = With<
  api.MapPlanViewChange,
  { kind: 'added' | 'removed' | 'changed'; parts: ('name' | 'stage' | 'kind' | 'ways')[] }
>

/** What publishing would do. */
export type Plan = With<api.MapPlanViewPlan, { changes: Change[] }>

export const DEVIATIONS = ['missing', 'outOfSequence', 'repetition', 'adHoc'] as const
export type DeviationKind = (typeof DEVIATIONS)[number]

export type RunningStep = With<
  api.MapRunsStep,
  { ending?: EndingKind; deviations: Partial<Record<DeviationKind, number>> }
>

/** A map as it runs; without a journey where it does not. */
export type Running = With<
  api.MapRunsRuns,
  { endings: Partial<Record<EndingKind, number>>; steps: RunningStep[] }
>

const READ_AGAIN_MILLIS = 5_000

export const usePlan = (board: string, rev: number, journey: string, manner: Manner) =>
  useQuery({
    queryKey: ['maps', board, 'plan', rev, journey, manner],
    queryFn: ({ signal }) =>
      get<Plan>(withQuery(`/v1/boards/${board}/plan`, { journey, manner }), signal),
    placeholderData: keepPreviousData,
    // How many are inside is true of this moment only.
    staleTime: 0,
    refetchInterval: READ_AGAIN_MILLIS,
  })

export function usePublish(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { manner: Manner; journey?: string; move?: boolean }) =>
      post<api.LiveMapPublished>(`/v1/boards/${board}/publish`, asked),
    onSettled: () => queries.invalidateQueries({ queryKey: ['maps', board] }),
  })
}

export function useAskToPublish(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { journey?: string }) => post(`/v1/boards/${board}/ask`, asked),
    onSettled: () => queries.invalidateQueries({ queryKey: ['maps', board] }),
  })
}

export function useEndShadow(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => del(`/v1/boards/${board}/shadow`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['maps', board] }),
  })
}

export const useRunning = (board: string, on = true) =>
  useQuery({
    queryKey: ['maps', board, 'running'],
    queryFn: ({ signal }) => get<Running>(`/v1/boards/${board}/running`, signal),
    enabled: on,
    refetchInterval: ({ state }) => (state.data?.journey ? READ_AGAIN_MILLIS : false),
  })
