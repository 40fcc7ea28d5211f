import type { DecisionView } from '~/lib/api-schemas'

/** What became of one action for the person who is tried. */
export type Fate =
  | { kind: 'shown'; place: number; placement: string }
  | { kind: 'weighed'; place: number }
  | { kind: 'dropped'; component: string; stage: string; sentence: string; owner: string }

/** Every action's fate in one decision. */
export function fatesOf(view: DecisionView): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const { action, ...by } of view.dropped ?? []) fates.set(action, { kind: 'dropped', ...by })
  view.survivors?.forEach(({ action }, at) => fates.set(action, { kind: 'weighed', place: at + 1 }))
  view.items.forEach(({ action, placementName }, at) =>
    fates.set(action, { kind: 'shown', place: at + 1, placement: placementName }),
  )
  return fates
}

/** How many candidates each rule took out. */
export function takenOut(view: DecisionView): Map<string, number> {
  return new Map(
    view.funnel.flatMap((stage) => stage.components.map((each) => [each.id, each.count] as const)),
  )
}
