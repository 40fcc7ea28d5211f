import type { Step, Transition } from '~/lib/api-types'

/** By how far the stage's own transitions lead to each step; a walk that meets itself ends. */
export function inRanks(steps: Step[], transitions: Transition[]): Step[] {
  const ids = new Set(steps.map((step) => step.id))
  const onward = new Map<string, string[]>()
  for (const { from, to } of transitions) {
    if (ids.has(from) && ids.has(to) && from !== to)
      onward.set(from, [...(onward.get(from) ?? []), to])
  }
  const rank = new Map<string, number>()
  const walk = (id: string, depth: number, path: Set<string>) => {
    if (path.has(id) || (rank.get(id) ?? -1) >= depth) return
    rank.set(id, depth)
    path.add(id)
    onward.get(id)?.forEach((next) => walk(next, depth + 1, path))
    path.delete(id)
  }
  const reached = new Set([...onward.values()].flat())
  steps.filter((step) => !reached.has(step.id)).forEach((step) => walk(step.id, 0, new Set()))
  steps.filter((step) => !rank.has(step.id)).forEach((step) => walk(step.id, 0, new Set()))
  const order = new Map(
    steps.map((step, at) => [step.id, (rank.get(step.id) ?? 0) * steps.length + at]),
  )
  return [...steps].sort((a, b) => order.get(a.id)! - order.get(b.id)!)
}

/** Among steps that nothing orders, those fed from higher up stand higher. */
export function nearTheirSources(
  steps: Step[],
  transitions: Transition[],
  rowOf: ReadonlyMap<string, number>,
): Step[] {
  const ids = new Set(steps.map((step) => step.id))
  const inside = transitions.some((each) => ids.has(each.from) && ids.has(each.to))
  if (inside) return steps
  const centre = (step: Step, at: number) => {
    const rows = transitions
      .filter((each) => each.to === step.id)
      .map((each) => rowOf.get(each.from))
      .filter((row) => row !== undefined)
    return rows.length === 0
      ? at / steps.length
      : rows.reduce((sum, row) => sum + row, 0) / rows.length
  }
  const centres = new Map(steps.map((step, at) => [step.id, centre(step, at)]))
  return [...steps].sort((a, b) => centres.get(a.id)! - centres.get(b.id)!)
}
