import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type * as api from '~/lib/api-schemas'
import type { With } from '~/lib/api-types'
import { get, post } from '~/lib/http'
import type { Snapshot } from './wire'

export type Difference = With<api.HistoryChange, { change: 'added' | 'removed' | 'changed' }>
export type Diff = With<api.HistoryDiff, { changes: Difference[] }>

const PAGE = 200

/** The page of revisions that holds one; pages end at fixed numbers, so that they are kept. */
export function useRevisions(board: string, head: number, rev: number) {
  const last = Math.min(head, (Math.floor(Math.max(0, rev - 1) / PAGE) + 1) * PAGE)
  return useQuery({
    queryKey: ['maps', board, 'revisions', last],
    queryFn: ({ signal }) =>
      get<api.HistoryRevisions>(`/v1/boards/${board}/revisions?before=${last + 1}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export const useDiff = (board: string, rev: number, head: number) =>
  useQuery({
    queryKey: ['maps', board, 'diff', rev, head],
    queryFn: ({ signal }) => get<Diff>(`/v1/boards/${board}/diff?from=${rev}&to=${head}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })

export const useAt = (board: string, rev: number) =>
  useQuery({
    queryKey: ['maps', board, 'at', rev],
    queryFn: ({ signal }) => get<{ snapshot: Snapshot }>(`/v1/boards/${board}?rev=${rev}`, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })

export const restore = (board: string, rev: number) => post(`/v1/boards/${board}/restore`, { rev })
