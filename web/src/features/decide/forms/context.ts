import { createContext, useContext } from 'react'
import type { CatalogueForms, DraftView } from '~/lib/api-schemas'
import type { Edit, Place } from './use-edits'

export type Problem = DraftView['problems'][number]

/** What every field of a draft's forms needs to know. */
export interface Forms {
  draft: DraftView
  forms: CatalogueForms
  /** Whether nothing can be changed now. */
  fixed: boolean
  /** Tells whether it was kept, where anybody is left to be told; it never fails. */
  edit: (edits: readonly Edit[], leaving?: boolean) => Promise<boolean>
  /** The same for lists, whose places are numbers: one at a time, or it is not made. */
  editList: (edits: readonly Edit[]) => Promise<boolean>
  /** Why something was not kept the last time, whatever was kept since. */
  failure: Error | undefined
  /** Whether a change of a list is on its way. */
  listing: boolean
  /** A field says of itself whether it holds a text that could not be kept. */
  unkept: (field: string, is: boolean) => void
  /** Whom rules are tried on, if anybody. */
  person: { id: string; name: string } | undefined
  /** What issues, groups, actions and purposes are called, by "level:id". */
  names: ReadonlyMap<string, string>
}

const FormsContext = createContext<Forms | undefined>(undefined)
export const FormsProvider = FormsContext.Provider

export function useForms(): Forms {
  const forms = useContext(FormsContext)
  if (!forms) throw new Error('A field stands in the forms of a draft.')
  return forms
}

const begins = (path: readonly string[], start: readonly string[]) =>
  start.every((name, at) => path[at] === name)

/** The mistakes at a place or inside it. */
export function problemsIn(draft: DraftView, place: Place): Problem[] {
  return draft.problems.filter(
    (problem) => problem.file === place.file && begins(problem.path, place.path),
  )
}

/** The mistakes of a part that none of its fields shows. */
export function ownProblems(draft: DraftView, place: Place, fields: readonly string[]): Problem[] {
  return problemsIn(draft, place).filter(
    (problem) => !fields.includes(problem.path[place.path.length] ?? ''),
  )
}

/** What the ids of a catalogue are called, by "level:id". */
export function formNames(forms: CatalogueForms): Map<string, string> {
  const names = new Map<string, string>()
  for (const purpose of forms.purposes)
    names.set(`purpose:${purpose.id}`, purpose.name ?? purpose.id)
  for (const issue of forms.issues) {
    names.set(`issue:${issue.id}`, issue.name ?? issue.id)
    for (const group of issue.groups) {
      names.set(`group:${group.id}`, group.name ?? group.id)
      for (const action of group.actions) {
        names.set(`action:${action.id}`, action.name ?? action.id)
      }
    }
  }
  return names
}

/** Every team that answers for something. */
export function ownersOf(forms: CatalogueForms): string[] {
  const owners = [
    ...forms.issues.flatMap((issue) =>
      issue.groups.flatMap((group) => group.actions.map((action) => action.owner)),
    ),
    ...[...forms.rules, ...forms.contacts, ...forms.volumes].map((rule) => rule.owner),
  ]
  return [...new Set(owners.filter((owner) => owner !== undefined))].toSorted()
}

const SLUG_MAX = 40

/** A short name made of words: small letters, digits and hyphens, different from all that are taken. */
export function slug(words: string, taken: Iterable<string>): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, SLUG_MAX)
    .replace(/-+$/, '')
  const base = plain === '' ? 'new' : plain
  const all = new Set(taken)
  if (!all.has(base)) return base
  for (let number = 2; ; number++) {
    if (!all.has(`${base}-${number}`)) return `${base}-${number}`
  }
}
