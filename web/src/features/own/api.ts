import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Person, TimelinePage } from '~/lib/api-types'
import type {
  DecisionView,
  OwnChoices,
  PersonReceipt,
  PlacedPlaced,
  ReadingPage,
} from '~/lib/api-schemas'
import { announce } from '~/lib/announce'
import { asking, withQuery } from '~/lib/http'

/** The link stands behind the #: browsers send that part of an address to nobody. */
const mine = asking({ 'Cairn-Link': window.location.hash.slice(1) })

const ME = ['me']
const STORY_PAGE = 20
const DECISIONS = 20
const ITEMS_AGAIN_MILLIS = 8000

export function useMe() {
  return useQuery({
    queryKey: [...ME, 'person'],
    queryFn: ({ signal }) => mine.get<Person>('/v1/me', signal),
    refetchInterval: 20_000,
  })
}

export function useChoices() {
  return useQuery({
    queryKey: [...ME, 'choices'],
    queryFn: ({ signal }) => mine.get<OwnChoices>('/v1/me/choices', signal),
    staleTime: 60_000,
  })
}

export function useMyDecisions() {
  return useQuery({
    queryKey: [...ME, 'decisions'],
    queryFn: ({ signal }) =>
      mine.get<ReadingPage>(withQuery('/v1/me/decisions', { limit: DECISIONS }), signal),
    select: (page) => page.decisions,
  })
}

export function useMyDecision(id: string, wanted: boolean) {
  return useQuery({
    queryKey: [...ME, 'decision', id],
    queryFn: ({ signal }) =>
      mine.get<DecisionView>(`/v1/me/decisions/${encodeURIComponent(id)}`, signal),
    enabled: wanted,
    staleTime: Infinity,
  })
}

export function useMyStory() {
  return useInfiniteQuery({
    queryKey: [...ME, 'story'],
    queryFn: ({ pageParam, signal }) =>
      mine.get<TimelinePage>(
        withQuery('/v1/me/timeline', { before: pageParam, limit: STORY_PAGE }),
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** One wish: where it is sent, what it says, and whether it takes something away. */
interface Wish {
  to: string
  says?: object
  away?: boolean
}

/** Sends what the person wants; all they see is read again, and that it was noted is spoken. */
export function useWish(noted: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ to, says, away }: Wish) =>
      away ? mine.del<unknown>(`/v1/me/${to}`) : mine.post<unknown>(`/v1/me/${to}`, says ?? {}),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ME })
      announce(noted)
    },
  })
}

export function useOffered() {
  return useQuery({
    queryKey: [...ME, 'items'],
    queryFn: ({ signal }) => mine.get<PlacedPlaced>('/v1/me/items', signal),
    select: (page) => page.items,
    // A journey puts something here at a time of its own.
    refetchInterval: ITEMS_AGAIN_MILLIS,
  })
}

/** Tells what the person did with what was put to them; the token of it is the proof. */
export function useReply(noted?: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (says: { token: string; kind: string; until?: string }) =>
      mine.post<unknown>('/v1/responses', says),
    onSuccess: async () => {
      if (!noted) return
      await queries.invalidateQueries({ queryKey: ME })
      announce(noted)
    },
  })
}

export function useForget() {
  return useMutation({ mutationFn: () => mine.del<PersonReceipt>('/v1/me') })
}
