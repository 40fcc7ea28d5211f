import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type {
  BlueprintCurrent,
  DraftFiles,
  DraftList,
  DraftVersions,
  DraftView,
  TrialViewResult,
  TryTry,
} from '~/lib/api-schemas'
import { get, post } from '~/lib/http'
import { noteServerTime } from '~/lib/server-time'

const LIST = ['drafts']
const VERSIONS = ['versions']
export const draftKey = (id: string) => ['draft', id]
export const draftPath = (id: string) => `/v1/drafts/${encodeURIComponent(id)}`

export function useDrafts() {
  return useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => get<DraftList>('/v1/drafts', signal),
    select: (answer) => {
      answer.drafts.forEach((draft) => noteServerTime(draft.changedAt))
      return answer.drafts
    },
    retry: false,
  })
}

export function useVersions() {
  return useQuery({
    queryKey: VERSIONS,
    queryFn: ({ signal }) => get<DraftVersions>('/v1/blueprint/versions', signal),
    select: (answer) => answer.versions,
    retry: false,
  })
}

export function useDraft(id: string) {
  return useQuery({
    queryKey: draftKey(id),
    queryFn: ({ signal }) => get<DraftView>(draftPath(id), signal),
    staleTime: Infinity,
  })
}

export function useBeginDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (title: string) => post<DraftView>('/v1/drafts', { title }),
    onSuccess: (draft) => {
      queries.setQueryData(draftKey(draft.id), draft)
      return queries.invalidateQueries({ queryKey: LIST })
    },
  })
}

export function useRestore() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      post<{ version: number; changed: boolean }>(`/v1/blueprint/versions/${version}/restore`),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** What is done to a draft is sent one after the other, so that nobody overtakes their own writing. */
export const oneByOne = (id: string) => ({ id: `draft ${id}` })

/** The revision that this page was told last: what waited for the writer's own text lies over that. */
function lastSeen(queries: QueryClient, id: string, rev: number): number {
  return queries.getQueryData<DraftView>(draftKey(id))?.rev ?? rev
}

export type Move = 'submit' | 'send-back' | 'approve' | 'discard' | 'publish'

export function useMoveDraft(id: string) {
  const queries = useQueryClient()
  return useMutation({
    scope: oneByOne(id),
    mutationFn: ({ move, rev }: { move: Move; rev: number }) =>
      post<DraftView>(`${draftPath(id)}/${move}`, {
        rev: move === 'submit' ? lastSeen(queries, id, rev) : rev,
      }),
    onSuccess: (draft, { move }) => {
      queries.setQueryData(draftKey(id), draft)
      if (move === 'publish') void queries.invalidateQueries({ queryKey: ['catalogue'] })
      void queries.invalidateQueries({ queryKey: VERSIONS })
      return queries.invalidateQueries({ queryKey: LIST })
    },
    // What another did meanwhile is shown beside the refusal.
    onError: () => queries.invalidateQueries({ queryKey: draftKey(id) }),
  })
}

export function useWriteDraft(id: string) {
  const queries = useQueryClient()
  return useMutation({
    scope: oneByOne(id),
    mutationFn: ({ rev, files }: DraftFiles) =>
      post<DraftView>(`${draftPath(id)}/files`, { rev: lastSeen(queries, id, rev), files }),
    onSuccess: (draft) => queries.setQueryData(draftKey(id), draft),
  })
}

export const tryDraft = (ask: TryTry) => post<TrialViewResult>('/v1/drafts/try', ask)

/** What would come of weighing otherwise: the file that runs, with another share for the organisation. */
export async function tryWeighing(a: number, ask: Omit<TryTry, 'files'>): Promise<TrialViewResult> {
  const { files } = await get<BlueprintCurrent>('/v1/blueprint')
  return tryDraft({ ...ask, files: { [ARBITRATION]: withShare(files[ARBITRATION] ?? '', a) } })
}

const ARBITRATION = 'arbitration.yaml'

export function withShare(file: string, a: number): string {
  return /^a:.*$/m.test(file) ? file.replace(/^a:.*$/m, `a: ${a}`) : `a: ${a}\n${file}`
}
