import type { Ending, Journey, Step, Transition } from '~/lib/api-types'
import { groupBy } from '~/lib/group-by'

/**
 * Where things stand on the canvas. Stages are columns in their order, endings the last column.
 * Inside a column steps stand one below the other: by how far the stage's own transitions lead to
 * them (longest path, loops cut where a walk meets itself), then near those they come from
 * (barycentre of the columns before). Every ending has the same size.
 */
export const STEP_WIDTH = 208
export const STEP_HEIGHT = 150
export const ENDING_WIDTH = 236
export const ENDING_HEIGHT = 84
const COLUMN_PADDING = 18
const GUTTER = 60
const GUTTER_TO_ENDINGS = 88
const HEADER = 84
const ROW_GAP = 44
const ENDING_GAP = 22
const FOOT = 26
/** Far ways run below the steps, one lane for each place they lead to. */
export const LANE = 17
const ROWS_MAX = 6

export interface Placed {
  id: string
  x: number
  y: number
  width: number
  height: number
  column: number
  row: number
  step?: Step
  ending?: Ending
}

export interface Band {
  id: string
  name: string
  index: number
  x: number
  width: number
  height: number
  ending: boolean
}

export interface Layout {
  /** Where the first lane of the far ways runs. */
  lanesTop: number
  /** Places that ways from further off lead to, the highest first: each has its lane. */
  lanes: readonly string[]
  placed: Map<string, Placed>
  /** Steps where the journey may begin. */
  begins: ReadonlySet<string>
  bands: Band[]
  width: number
  height: number
  transitions: Transition[]
}

export function layOut(journey: Journey): Layout {
  const endings = new Map(journey.endings.map((ending) => [ending.id, ending]))
  const steps = journey.steps.filter((step) => step.kind !== 'ending' && !endings.has(step.id))
  const columns = journey.stages.map((stage) => ({
    id: stage.id,
    name: stage.name,
    members: inRanks(
      steps.filter((step) => step.stage === stage.id),
      journey.transitions,
    ),
  }))
  const rowOf = new Map<string, number>()
  for (const column of columns) {
    column.members = nearTheirSources(column.members, journey.transitions, rowOf)
    column.members.forEach((member, row) => rowOf.set(member.id, row / column.members.length))
  }
  const filled = columns.filter((column) => column.members.length > 0)
  const columnHeight = (count: number) =>
    Math.min(count, ROWS_MAX) * (STEP_HEIGHT + ROW_GAP) - ROW_GAP
  const inner = Math.max(
    STEP_HEIGHT,
    ...filled.map((column) => columnHeight(column.members.length)),
    journey.endings.length * (ENDING_HEIGHT + ENDING_GAP) - ENDING_GAP,
  )
  const placed = new Map<string, Placed>()
  const bands: Band[] = []
  let x = 0
  filled.forEach((column, index) => {
    const wide = Math.ceil(column.members.length / ROWS_MAX)
    const width = wide * (STEP_WIDTH + COLUMN_PADDING) + COLUMN_PADDING
    bands.push({ id: column.id, name: column.name, index, x, width, height: 0, ending: false })
    column.members.forEach((member, at) => {
      const part = Math.floor(at / ROWS_MAX)
      const inPart = Math.min(ROWS_MAX, column.members.length - part * ROWS_MAX)
      const top = HEADER + (inner - columnHeight(inPart)) / 2
      placed.set(member.id, {
        id: member.id,
        x: x + COLUMN_PADDING + part * (STEP_WIDTH + COLUMN_PADDING),
        y: top + (at % ROWS_MAX) * (STEP_HEIGHT + ROW_GAP),
        width: STEP_WIDTH,
        height: STEP_HEIGHT,
        column: index,
        row: at,
        step: member,
      })
    })
    x += width + GUTTER
  })
  if (journey.endings.length > 0) {
    const width = ENDING_WIDTH + 2 * COLUMN_PADDING
    x += GUTTER_TO_ENDINGS - GUTTER
    const top =
      HEADER + (inner - journey.endings.length * (ENDING_HEIGHT + ENDING_GAP) + ENDING_GAP) / 2
    bands.push({ id: '', name: '', index: filled.length, x, width, height: 0, ending: true })
    journey.endings.forEach((ending, row) =>
      placed.set(ending.id, {
        id: ending.id,
        x: x + COLUMN_PADDING,
        y: top + row * (ENDING_HEIGHT + ENDING_GAP),
        width: ENDING_WIDTH,
        height: ENDING_HEIGHT,
        column: filled.length,
        row,
        ending,
      }),
    )
    x += width + GUTTER
  }
  const known = journey.transitions.filter((each) => placed.has(each.from) && placed.has(each.to))
  const lanes = laneTargets(known, placed)
  const lanesTop = HEADER + inner + FOOT + (lanes.length > 0 ? LANE : 0)
  const height = lanesTop + Math.max(0, lanes.length - 1) * LANE + FOOT
  for (const band of bands) band.height = height
  return {
    placed,
    begins: new Set(journey.beginnings.map((each) => each.step)),
    bands,
    lanes,
    lanesTop,
    width: Math.max(0, x - GUTTER),
    height,
    transitions: merged(known),
  }
}

/** A way that skips a column would run behind its steps; it takes a lane below them instead. */
export function isFar(from: Placed, to: Placed): boolean {
  return to.column > from.column + 1
}

function laneTargets(transitions: Transition[], placed: Map<string, Placed>): string[] {
  const far = transitions.filter((each) => isFar(placed.get(each.from)!, placed.get(each.to)!))
  const y = (id: string) => placed.get(id)!.y
  return [...new Set(far.map((each) => each.to))].sort((a, b) => y(a) - y(b))
}

/** Several ways between the same two steps are drawn as one; the feed counts them as one too. */
function merged(transitions: Transition[]): Transition[] {
  const byKey = groupBy(transitions, (each) => `${each.from}>${each.to}`)
  return [...byKey.values()].map((group) => {
    const label = [...new Set(group.map((each) => each.label).filter(Boolean))].join(' · ')
    return { ...group[0]!, label }
  })
}

function inRanks(steps: Step[], transitions: Transition[]): Step[] {
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
function nearTheirSources(
  steps: Step[],
  transitions: Transition[],
  rowOf: Map<string, number>,
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
