import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { DraftView, FileEditsEdit } from '~/lib/api-schemas'
import { post, postLeaving } from '~/lib/http'
import { draftKey, draftPath, oneByOne } from '../drafts-api'

/** A place in a file: the names that lead to it there. */
export interface Place {
  file: string
  path: readonly string[]
}

export type Edit = FileEditsEdit

export const within = (place: Place, ...names: readonly string[]): Place => ({
  file: place.file,
  path: [...place.path, ...names],
})

export const put = (place: Place, value: unknown): Edit => ({
  file: place.file,
  path: [...place.path],
  kind: 'put',
  value,
})

export const take = (place: Place): Edit => ({
  file: place.file,
  path: [...place.path],
  kind: 'take',
})

export const copy = (place: Place, as: string): Edit => ({
  file: place.file,
  path: [...place.path],
  kind: 'copy',
  as,
})

/** Lifts what stands at a place out and writes it at another, comments included. */
export const move = (place: Place, to: Place): Edit => ({
  file: place.file,
  path: [...place.path],
  kind: 'move',
  to: { file: to.file, path: [...to.path] },
})

export const takeFile = (file: string): Edit => ({ file, path: [], kind: 'take' })

const UNDO_MAX = 50

/** The files as they were before changes, so that each can be taken back. */
interface Before {
  rev: number
  files: Record<string, string>
}

/** Changes places of a draft's files, one after the other, and takes the last back. */
export function useEdits(draft: DraftView) {
  const queries = useQueryClient()
  const key = draftKey(draft.id)
  const [undos, setUndos] = useState<readonly Before[]>([])
  const [failure, setFailure] = useState<Error>()
  const latest = () => queries.getQueryData<DraftView>(key) ?? draft
  const keep = useMutation({
    scope: oneByOne(draft.id),
    mutationFn: async (edits: readonly Edit[]) => {
      const before = latest()
      return { before, after: await post<DraftView>(`${draftPath(draft.id)}/edits`, { edits }) }
    },
    onSuccess: ({ before, after }, edits) => {
      queries.setQueryData(key, after)
      if (after.rev === before.rev) return
      // Where another wrote meanwhile, what stood before is not known here.
      const alone = after.rev === before.rev + 1
      const files = Object.fromEntries(
        edits
          .flatMap((edit) => (edit.to ? [edit.file, edit.to.file] : [edit.file]))
          .map((file) => [file, before.files[file] ?? '']),
      )
      setUndos((undos) => (alone ? [...undos, { rev: after.rev, files }].slice(-UNDO_MAX) : []))
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
  const back = useMutation({
    scope: oneByOne(draft.id),
    mutationFn: (last: Before) =>
      post<DraftView>(`${draftPath(draft.id)}/files`, { rev: last.rev, files: last.files }),
    onSuccess: (after) => {
      queries.setQueryData(key, after)
      // What stood before that one is the newest now.
      setUndos((undos) =>
        undos
          .slice(0, -1)
          .map((each, at, all) => (at === all.length - 1 ? { ...each, rev: after.rev } : each)),
      )
    },
    onError: () => {
      setUndos([])
      return queries.invalidateQueries({ queryKey: key })
    },
  })
  const { mutateAsync } = keep
  const edit = useCallback(
    async (edits: readonly Edit[], leaving = false): Promise<boolean> => {
      if (leaving) {
        postLeaving(`${draftPath(draft.id)}/edits`, { edits })
        return true
      }
      try {
        await mutateAsync(edits)
        return true
      } catch (failure) {
        setFailure(failure as Error)
        return false
      }
    },
    [mutateAsync, draft.id],
  )
  const [listing, setListing] = useState(false)
  const isListing = useRef(false)
  const editList = useCallback(
    async (edits: readonly Edit[]): Promise<boolean> => {
      if (isListing.current) return false
      isListing.current = true
      setListing(true)
      const isKept = await edit(edits)
      isListing.current = false
      setListing(false)
      return isKept
    },
    [edit],
  )
  const last = undos.at(-1)
  const undo = last && last.rev === draft.rev ? () => back.mutate(last) : undefined
  return {
    edit,
    editList,
    listing,
    undo,
    pending: keep.isPending || back.isPending,
    error: keep.error ?? back.error,
    /** Why something was not kept the last time, whatever was kept since. */
    failure,
  }
}
