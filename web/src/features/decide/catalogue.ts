import type { TFunction } from 'i18next'
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

/** What the ids of issues, groups, actions, segments and channels are called, by "level:id". */
export function namesOf(catalogue: CatalogueCatalogue): Map<string, string> {
  const names = new Map<string, string>()
  for (const segment of catalogue.segments) names.set(`segment:${segment.id}`, segment.name)
  for (const channel of catalogue.channels) {
    names.set(`channel:${channel.id}`, channel.name)
    for (const placement of channel.placements) {
      names.set(placementKey(channel.id, placement.id), placement.name)
    }
  }
  for (const issue of catalogue.issues) {
    names.set(`issue:${issue.id}`, issue.name)
    for (const group of issue.groups) {
      names.set(`group:${group.id}`, group.name)
      for (const action of group.actions) names.set(`action:${action.id}`, action.name)
    }
  }
  return names
}

const placementKey = (channel: string, placement: string) => `placement:${channel}/${placement}`

/** Asked for where a channel has no placements of its own. */
export const ANY_PLACEMENT = 'any'

/** What ids are called on screens; an id that nobody named is its own name. */
export interface Called {
  channel: (id: string) => string
  placement: (channel: string, id: string) => string
  /** "App, Home screen". */
  where: (channel: string, placement: string) => string
}

export function calledIn(names: ReadonlyMap<string, string>, t: TFunction): Called {
  const channel = (id: string) => names.get(`channel:${id}`) ?? id
  const placement = (of: string, id: string) =>
    names.get(placementKey(of, id)) ?? (id === ANY_PLACEMENT ? t('decide.actions.anyPlace') : id)
  return { channel, placement, where: (of, id) => `${channel(of)}, ${placement(of, id)}` }
}

export interface Place {
  channel: string
  /** Empty where the channel has no placements of its own. */
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
      placements: inOrder(catalogue, channel, placements),
      actions: [...actions],
    }))
    .toSorted((a, b) => b.actions.length - a.actions.length)
}

/** The placements that something is made for, as the channel lists them. */
function inOrder(catalogue: CatalogueCatalogue, channel: string, used: ReadonlySet<string>) {
  const listed = catalogue.channels.find((each) => each.id === channel)?.placements ?? []
  return listed.map((each) => each.id).filter((id) => used.has(id))
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
