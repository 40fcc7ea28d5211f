import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type * as api from '~/lib/api-schemas'
import type { With } from '~/lib/api-types'
import { get } from '~/lib/http'

export const SOURCES = ['measured', 'voted', 'assumed'] as const
export type Source = (typeof SOURCES)[number]

/** A number made of others, known as well as the weakest of them. */
export type Score = With<
  api.ChoiceScore,
  { source: Source; inputs: With<api.ChoiceInput, { source: Source }>[] }
>

export type RankedMoment = With<api.ChoiceMoment, { data?: Score }>

export type ScoredIdea = With<
  api.ChoiceIdea,
  {
    opportunity?: Score
    band?: 'major' | 'solid' | 'neutral' | 'served'
    rice?: Score
    value?: Score
    valueForEffort?: Score
  }
>

export type Choices = With<api.ChoiceChoices, { moments: RankedMoment[]; ideas: ScoredIdea[] }>

export const useChoices = (board: string, rev: number) =>
  useQuery({
    queryKey: ['maps', board, 'choices', rev],
    queryFn: ({ signal }) => get<Choices>(`/v1/boards/${board}/choices`, signal),
    placeholderData: keepPreviousData,
  })
