import type { CatalogueAction, CatalogueCatalogue, CatalogueIssue } from '~/lib/api-schemas'

/** An action and where it stands in the tree. */
export interface Placed {
  action: CatalogueAction
  issue: string
  group: string
}

export function placedActions(issues: readonly CatalogueIssue[]): Placed[] {
  return issues.flatMap((issue) =>
    issue.groups.flatMap((group) =>
      group.actions.map((action) => ({ action, issue: issue.id, group: group.id })),
    ),
  )
}

/** What the ids of issues, groups and actions are called, by "level:id". */
export function namesOf(catalogue: CatalogueCatalogue): Map<string, string> {
  const names = new Map<string, string>()
  for (const issue of catalogue.issues) {
    names.set(`issue:${issue.id}`, issue.name)
    for (const group of issue.groups) {
      names.set(`group:${group.id}`, group.name)
      for (const action of group.actions) names.set(`action:${action.id}`, action.name)
    }
  }
  return names
}

export interface Place {
  channel: string
  /** Empty where the channel has no places of its own. */
  placements: string[]
  actions: CatalogueAction[]
}

/** The channels that anything is made for, those with the most first. */
export function placesOf(catalogue: CatalogueCatalogue): Place[] {
  const places = new Map<string, { placements: Set<string>; actions: Set<CatalogueAction> }>()
  for (const { action } of placedActions(catalogue.issues)) {
    for (const rendering of action.renderings) {
      const place = places.get(rendering.channel) ?? { placements: new Set(), actions: new Set() }
      rendering.placements.forEach((each) => place.placements.add(each))
      place.actions.add(action)
      places.set(rendering.channel, place)
    }
  }
  return [...places]
    .map(([channel, { placements, actions }]) => ({
      channel,
      placements: [...placements].toSorted(),
      actions: [...actions],
    }))
    .toSorted((a, b) => b.actions.length - a.actions.length)
}

/** Whether a rule of this scope is one of the action's. */
export function concerns(scope: Readonly<Record<string, string>>, placed: Placed): boolean {
  switch (scope['level']) {
    case 'issue':
      return scope['id'] === placed.issue
    case 'group':
      return scope['id'] === placed.group
    case 'action':
      return scope['id'] === placed.action.id
    default:
      return true
  }
}
