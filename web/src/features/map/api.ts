import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { del, get, post } from '~/lib/http'

export interface Cover {
  personas: string[]
  quote: string
  stages: string[]
  steps: number
  notes: number
  moments: number
  ideas: number
  curve: number[]
}

export interface MapSummary {
  id: string
  title: string
  createdAt: string
  archivedAt?: string
  rev: number
  cover: Cover
}

export interface Template {
  id: string
  title: string
  description: string
  cover: Cover
}

export interface BoardLink {
  id: string
  code: string
  role: string
  expires: string
  url?: string
}

export interface Agenda {
  id: string
  title: string
  minutes: number
  items: { name: string; minutes: number; guidance: string }[]
}

export interface Proposal {
  name: string
  purpose: string
  canRun: boolean
  answered: number
  asked: number
  steps: {
    id: string
    stage: string
    source: string
    name: string
    kind: string
    guessed: boolean
    beginning: boolean
    event: string
    stay: string
    channel: string
    team: string
    ending: string
  }[]
  ways: { from: string; to: string; trigger: string; on: string }[]
  questions: { element?: string; about: string; sentence: string; blocking: boolean }[]
}

const MAPS = ['maps']

export const useMaps = () =>
  useQuery({
    queryKey: MAPS,
    queryFn: ({ signal }) => get<MapSummary[]>('/v1/boards', signal),
    staleTime: 0,
  })

export const useTemplates = () =>
  useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => get<Template[]>('/v1/templates', signal),
    staleTime: Infinity,
  })

export function useMakeMap() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { title: string; template: string }) =>
      post<{ id: string }>('/v1/boards', asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: MAPS }),
  })
}

const linksOf = (board: string) => ['maps', board, 'links']

export const useLinks = (board: string) =>
  useQuery({
    queryKey: linksOf(board),
    queryFn: ({ signal }) => get<BoardLink[]>(`/v1/boards/${board}/links`, signal),
  })

export function useOpenLink(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (role: string) => post<BoardLink>(`/v1/boards/${board}/links`, { role }),
    onSuccess: () => queries.invalidateQueries({ queryKey: linksOf(board) }),
  })
}

export function useCloseLink(board: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (link: string) => del(`/v1/boards/${board}/links/${link}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: linksOf(board) }),
  })
}

export const useAgendas = () =>
  useQuery({
    queryKey: ['agendas'],
    queryFn: ({ signal }) => get<Agenda[]>('/v1/agendas', signal),
    staleTime: Infinity,
  })

export const lead = (board: string, deed: string, more: object = {}) =>
  post(`/v1/boards/${board}/lead`, { deed, ...more })

export const join = (code: string, name: string) =>
  post<{ board: string; title: string; role: string }>('/v1/join', { code, name })

export const writeCase = (board: string, moment: string) =>
  post<{ id: string }>(`/v1/boards/${board}/cases`, { moment })

export const useProposal = (board: string, rev: number) =>
  useQuery({
    queryKey: ['maps', board, 'proposal', rev],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Proposal>(`/v1/boards/${board}/proposal`, signal),
    staleTime: 0,
  })

export const useStale = (board: string, story: string, rev: number) =>
  useQuery({
    queryKey: ['maps', board, 'stale', story, rev],
    queryFn: ({ signal }) =>
      get<{ field: string; edited: boolean }[]>(`/v1/boards/${board}/cases/${story}/stale`, signal),
    staleTime: 0,
  })

/** Brings parts of a case up to the map; what people rewrote stays, unless that is asked for too. */
export const refreshCase = (board: string, story: string, fields: string[], edited = false) =>
  post(`/v1/boards/${board}/cases/${story}/refresh`, { fields, edited })

/** Who has a role on a map, guests included; for colleagues. */
export const useMembers = (board: string, enabled: boolean) =>
  useQuery({
    queryKey: ['maps', board, 'members'],
    queryFn: ({ signal }) =>
      get<{ member: string; name: string; role: string }[]>(`/v1/boards/${board}/members`, signal),
    enabled,
  })
