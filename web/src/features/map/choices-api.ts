import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '~/lib/http'

export const SOURCES = ['measured', 'voted', 'assumed'] as const
export type Source = (typeof SOURCES)[number]

/** A number made of others, known as well as the weakest of them. */
export interface Score {
  value: number
  source: Source
  inputs: { name: string; number: number; source: Source }[]
}

export interface RankedMoment {
  id: string
  title: string
  votes: number
  placeByVotes: number
  placeByData?: number
  disagreement: number
  data?: Score
}

export interface ScoredIdea {
  id: string
  title: string
  votes: number
  opportunity?: Score
  band?: 'major' | 'solid' | 'neutral' | 'served'
  rice?: Score
  value?: Score
  valueForEffort?: Score
}

export interface Choices {
  runs: boolean
  sample: number
  moments: RankedMoment[]
  ideas: ScoredIdea[]
}

export const useChoices = (board: string, rev: number) =>
  useQuery({
    queryKey: ['maps', board, 'choices', rev],
    queryFn: ({ signal }) => get<Choices>(`/v1/boards/${board}/choices`, signal),
    placeholderData: keepPreviousData,
  })

export interface Imported {
  id: string
  title: string
  notes: number
  problems: string[]
}

export function useImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { as: 'json' | 'csv'; title?: string; text: string }) =>
      post<Imported>('/v1/boards/import', asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['maps'] }),
  })
}
