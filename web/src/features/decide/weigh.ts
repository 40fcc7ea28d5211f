import type { DecisionViewSurvivor } from '~/lib/api-schemas'

/** What counts, as the arbitration says or as somebody supposes. */
export interface Weighing {
  a: number
  propensity: boolean
  context: boolean
  levers: boolean
  value: boolean
}

export function weighingOf(arbitration: Readonly<Record<string, unknown>>): Weighing {
  const use = (arbitration['use'] ?? {}) as Record<string, boolean>
  return {
    a: typeof arbitration['a'] === 'number' ? arbitration['a'] : 0.5,
    propensity: use['propensity'] ?? true,
    context: use['context'] ?? true,
    levers: use['levers'] ?? true,
    value: use['value'] ?? true,
  }
}

/** P x C x L x Vorg^a x Vperson^(1-a); a factor that does not count is 1. */
export function scoreOf(survivor: DecisionViewSurvivor, by: Weighing): number {
  return (
    (by.propensity ? survivor.p : 1) *
    (by.context ? survivor.c : 1) *
    (by.levers ? survivor.l : 1) *
    (by.value ? survivor.vOrganisation ** by.a * survivor.vPerson ** (1 - by.a) : 1)
  )
}

const CLASSES = ['serves', 'neutral', 'other']

/** Purpose first whatever the score, then the score, then as they came. */
export function weighed(
  survivors: readonly DecisionViewSurvivor[],
  by: Weighing,
): { survivor: DecisionViewSurvivor; score: number }[] {
  return survivors
    .map((survivor) => ({ survivor, score: scoreOf(survivor, by) }))
    .toSorted(
      (one, other) =>
        CLASSES.indexOf(one.survivor.class) - CLASSES.indexOf(other.survivor.class) ||
        other.score - one.score,
    )
}
