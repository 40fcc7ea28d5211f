import { useMutation, useQueryClient } from '@tanstack/react-query'
import type * as api from '~/lib/api-schemas'
import { post } from '~/lib/http'

/** What a column of a table may hold; the text is needed. */
export const FIELDS = ['text', 'stage', 'step', 'lane', 'evidence', 'source'] as const
export type Columns = Record<string, number>

/** The longest text the server takes, in characters. */
export const TEXT_CHARS_MAX = 4_000_000

export interface Asked {
  as: 'json' | 'csv'
  title?: string
  text: string
  /** The place of the column for each field, where somebody chose. */
  columns?: Columns
}

/** What an import would make; nothing is made. */
export const useLook = () =>
  useMutation({
    mutationFn: (asked: Asked) => post<api.ImportLooked>('/v1/boards/import/look', asked),
  })

export function useImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: Asked) => post<api.ImportImported>('/v1/boards/import', asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['maps'] }),
  })
}
