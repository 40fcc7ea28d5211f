import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Invitation, Session } from '~/lib/api-types'
import { del, get, post } from '~/lib/http'

export const SESSION_KEY = ['session'] as const

export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => get<Session>('/v1/session', signal),
    staleTime: 60_000,
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (who: { email: string; password: string }) => post<Session>('/v1/session', who),
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => del<unknown>('/v1/session'),
    // Nothing of what this person saw stays in memory; emptied any sooner, it would be asked for again.
    onSuccess: () => {
      window.addEventListener('pagehide', () => queries.clear())
      window.location.assign('/')
    },
  })
}

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      get<Invitation>(`/v1/invitations/${encodeURIComponent(token)}`, signal),
  })
}

export function useJoin(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (who: { name: string; password: string }) =>
      post<Session>(`/v1/invitations/${encodeURIComponent(token)}`, who),
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  })
}
