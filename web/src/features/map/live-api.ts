import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EndingKind } from '~/lib/api-types'
import { del, get, post, withQuery } from '~/lib/http'

export type Manner = 'shadow' | 'live'

export interface Change {
  kind: 'added' | 'removed' | 'changed'
  step: string
  name: string
  people: number
  goesTo?: string
  parts: ('name' | 'stage' | 'kind' | 'ways')[]
}

/** What publishing would do. */
export interface Plan {
  journey: string
  name: string
  rival?: { id: string; name: string; people: number }
  canRun: boolean
  problems: string[]
  mayPublish: boolean
  runs: boolean
  same: boolean
  inside: number
  touched: number
  changes: Change[]
  shadow?: string
  events: string[]
  says: { step: string; source: string; kind: string; title: string; text: string }[]
}

export interface RunningStep {
  step: string
  column: string
  name: string
  ending?: EndingKind
  now: number
  arrivedLastHour: number
  leftLastHour: number
  arrivedTotal: number
  seen: number
  waitMedianSeconds?: number
  waitLongSeconds?: number
  waitPlannedSeconds?: number
  leftHere: number
  deviations: Partial<Record<DeviationKind, number>>
  feelings: number
  feeling?: number
  feelingMargin?: number
}

export const DEVIATIONS = ['missing', 'outOfSequence', 'repetition', 'adHoc'] as const
export type DeviationKind = (typeof DEVIATIONS)[number]

/** A map as it runs; without a journey where it does not. */
export interface Running {
  journey?: string
  name?: string
  shadow: boolean
  version: number
  at?: string
  people: number
  ended: number
  sample: number
  endings: Partial<Record<EndingKind, number>>
  steps: RunningStep[]
}

export const usePlan = (board: string, rev: number, journey: string, manner: Manner) =>
  useQuery({
    queryKey: ['maps', board, 'plan', rev, journey, manner],
    queryFn: ({ signal }) =>
      get<Plan>(withQuery(`/v1/boards/${board}/plan`, { journey, manner }), signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })

export function usePublish(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { manner: Manner; journey?: string; move?: boolean }) =>
      post<{ journey: string; version: number; changed: boolean; moving: number }>(
        `/v1/boards/${board}/publish`,
        asked,
      ),
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

const READ_AGAIN_MILLIS = 5_000

export const useRunning = (board: string, on = true) =>
  useQuery({
    queryKey: ['maps', board, 'running'],
    queryFn: ({ signal }) => get<Running>(`/v1/boards/${board}/running`, signal),
    enabled: on,
    refetchInterval: ({ state }) => (state.data?.journey ? READ_AGAIN_MILLIS : false),
  })
