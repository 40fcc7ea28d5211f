import type {
  CatalogueForms,
  CatalogueFormsActionForm,
  CatalogueFormsIssueForm,
} from '~/lib/api-schemas'
import { slug } from './context'
import { copy, move, put, within, type Edit, type Place } from './use-edits'

const actionsOf = (forms: CatalogueForms) =>
  forms.issues.flatMap((issue) => issue.groups.flatMap((group) => group.actions))

const rulesOf = (forms: CatalogueForms) => [...forms.rules, ...forms.contacts, ...forms.volumes]

export const ruleNames = (forms: CatalogueForms) => [
  ...rulesOf(forms).map((rule) => rule.id),
  ...forms.boosts.map((boost) => boost.id),
]

/** The place of the same name beside another. */
const beside = (place: Place, name: string): Place => ({
  file: place.file,
  path: [...place.path.slice(0, -1), name],
})

/**
 * An action once more under another name, with every rule that is on it alone: a copy is never put to
 * people whom the original is kept from.
 */
export function duplicate(
  action: CatalogueFormsActionForm,
  forms: CatalogueForms,
  copyOf: string,
): { edits: Edit[]; id: string } {
  const name = `${action.name ?? action.id} ${copyOf}`
  const id = slug(
    name,
    actionsOf(forms).map((each) => each.id),
  )
  const taken = new Set(ruleNames(forms))
  const rules = rulesOf(forms)
    .filter((rule) => rule.scope.level === 'action' && rule.scope.id === action.id)
    .flatMap((rule) => {
      const as = slug(`${rule.id}-${id}`, taken)
      taken.add(as)
      return [copy(rule, as), put(within(beside(rule, as), 'action'), id)]
    })
  return {
    id,
    edits: [copy(action, id), put(within(beside(action, id), 'name'), name), ...rules],
  }
}

/** An action that has a name and a team; the check asks for the rest. */
export function newAction(name: string, group: string, forms: CatalogueForms) {
  const found = forms.issues
    .flatMap((issue) => issue.groups.map((each) => ({ file: issue.file, each })))
    .find(({ each }) => each.id === group)
  const id = slug(
    name,
    actionsOf(forms).map((each) => each.id),
  )
  if (!found) return undefined
  const owner = found.each.actions[0]?.owner
  const place = { file: found.file, path: [...found.each.path, 'actions', id] }
  return { id, edits: [put(place, { name, ...(owner ? { owner } : {}) })] }
}

/** An issue has a file of its own, and begins without groups. */
export function newIssue(name: string, forms: CatalogueForms): { id: string; edits: Edit[] } {
  const files = forms.issues.map((each) => each.file.replace(/^actions\/|\.yaml$/g, ''))
  const id = slug(name, [...forms.issues.map((each) => each.id), ...files])
  const file = { file: `actions/${id}.yaml`, path: [] }
  return {
    id,
    edits: [
      put(within(file, 'issue'), id),
      put(within(file, 'name'), name),
      put(within(file, 'groups'), {}),
    ],
  }
}

/** A group begins empty; its short name differs from those of all issues' groups. */
export function newGroup(name: string, issue: CatalogueFormsIssueForm, forms: CatalogueForms) {
  const id = slug(
    name,
    forms.issues.flatMap((each) => each.groups.map((group) => group.id)),
  )
  return put(within(issue, 'groups', id), { name, actions: {} })
}

/** The same action in another group, with all that is said of it. */
export function moved(action: CatalogueFormsActionForm, group: string, forms: CatalogueForms) {
  const issue = forms.issues.find((each) => each.groups.some((one) => one.id === group))
  const found = issue?.groups.find((each) => each.id === group)
  if (!issue || !found) return []
  const to = { file: issue.file, path: [...found.path, 'actions', action.id] }
  return [move(action, to)]
}

/** Where a new rule of a kind is written: beside the others. */
export function rulesPlace(forms: CatalogueForms, part: string, id: string): Place {
  const file = rulesOf(forms)[0]?.file ?? 'policies/all.yaml'
  return { file, path: [part, id] }
}
