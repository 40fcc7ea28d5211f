import type { Ending, Journey, Step, StepKind, Transition } from '~/lib/api-types'
import { groupBy } from '~/lib/group-by'
import { inRanks, nearTheirSources } from './ranks'

/**
 * Where things stand on the canvas. Stages are columns in their order, endings the last column.
 * Inside a column steps stand one below the other: by how far the stage's own transitions lead to
 * them (longest path, loops cut where a walk meets itself), then near those they come from
 * (barycentre of the columns before). A stage with many steps is as wide as it needs to stay below
 * a height. Steps that nobody rests at are small; every ending has the same size.
 */
export const STEP_WIDTH = 240
export const STEP_HEIGHT = 150
export const PASSING_HEIGHT = 68
export const ENDING_WIDTH = 300
export const ENDING_HEIGHT = 84
const COLUMN_HEIGHT_MAX = 1180
const COLUMN_PADDING = 18
const PART_GAP = 60
const GUTTER = 64
const GUTTER_TO_ENDINGS = 92
const HEADER = 100
const ROW_GAP = 40
const ENDING_GAP = 22
const FOOT = 26
/** Far ways run below the steps and ways back above, one lane for each place they lead to. */
export const LANE = 13

export interface Room {
  x: number
  width: number
}

export interface Placed {
  id: string
  x: number
  y: number
  width: number
  height: number
  column: number
  row: number
  /** Which upright row of steps it stands in, counted over all columns. */
  slot: number
  /** The free room at its left and right, where ways run up and down: where it begins, how wide. */
  left: Room
  right: Room
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
  /** Places that ways back lead to, the leftmost first: each has its lane above the steps. */
  backLanes: readonly string[]
  backLanesTop: number
  placed: Map<string, Placed>
  /** Steps where the journey may begin. */
  begins: ReadonlySet<string>
  bands: Band[]
  width: number
  height: number
  transitions: Transition[]
}

const PASSING: ReadonlySet<StepKind> = new Set(['talk', 'decide', 'split', 'note'])

/** Nobody rests at such a step: people are gone as soon as they came. */
export const isPassing = (step: Pick<Step, 'kind'>) => PASSING.has(step.kind)
const heightOf = (step: Step) => (isPassing(step) ? PASSING_HEIGHT : STEP_HEIGHT)

type Place = Pick<Placed, 'x' | 'column' | 'slot' | 'left' | 'right'>

/** A stage's steps, in parts that stand side by side. */
interface Column {
  id: string
  name: string
  parts: Step[][]
}

export function layOut(journey: Journey): Layout {
  const columns = columnsOf(journey)
  const inner = Math.max(
    STEP_HEIGHT,
    ...columns.flatMap((column) => column.parts.map(heightOfPart)),
    journey.endings.length * (ENDING_HEIGHT + ENDING_GAP) - ENDING_GAP,
  )
  const placed = new Map<string, Placed>()
  const bands: Band[] = []
  let x = 0
  let slot = 0
  for (const [index, column] of columns.entries()) {
    const width = column.parts.length * (STEP_WIDTH + PART_GAP) - PART_GAP + 2 * COLUMN_PADDING
    bands.push({ id: column.id, name: column.name, index, x, width, height: 0, ending: false })
    column.parts.forEach((part, at) => {
      const left = x + COLUMN_PADDING + at * (STEP_WIDTH + PART_GAP)
      const last = at === column.parts.length - 1
      const place = {
        x: left,
        column: index,
        slot: slot++,
        left: at === 0 ? { x: x - GUTTER, width: GUTTER } : { x: left - PART_GAP, width: PART_GAP },
        right: last ? { x: x + width, width: GUTTER } : { x: left + STEP_WIDTH, width: PART_GAP },
      }
      placePart(part, place, inner, placed)
    })
    x += width + GUTTER
  }
  if (journey.endings.length > 0) {
    x += columns.length > 0 ? GUTTER_TO_ENDINGS - GUTTER : 0
    const width = ENDING_WIDTH + 2 * COLUMN_PADDING
    bands.push({ id: '', name: '', index: columns.length, x, width, height: 0, ending: true })
    const place = {
      x: x + COLUMN_PADDING,
      column: columns.length,
      slot,
      left: { x: x - GUTTER_TO_ENDINGS, width: GUTTER_TO_ENDINGS },
      right: { x: x + width, width: GUTTER },
    }
    placeEndings(journey.endings, place, inner, placed)
    x += width + GUTTER
  }
  const known = journey.transitions.filter((each) => placed.has(each.from) && placed.has(each.to))
  const backLanes = targets(known, placed, isFarBack, (one) => one.x)
  const above = backLanes.length * LANE
  for (const each of placed.values()) each.y += above
  const lanes = targets(known, placed, isFar, (one) => one.y)
  const lanesTop = HEADER + above + inner + FOOT + (lanes.length > 0 ? LANE : 0)
  const height = lanesTop + Math.max(0, lanes.length - 1) * LANE + FOOT
  for (const band of bands) band.height = height
  return {
    placed,
    begins: new Set(journey.beginnings.map((each) => each.step)),
    bands,
    lanes,
    lanesTop,
    backLanes,
    backLanesTop: HEADER - LANE,
    width: Math.max(0, x - GUTTER),
    height,
    transitions: merged(known),
  }
}

/** A way past a row of steps would run behind them; it takes a lane below instead. */
export function isFar(from: Placed, to: Placed): boolean {
  return to.slot > from.slot + 1
}

/** The same, to earlier steps: it takes a lane above. */
export function isFarBack(from: Placed, to: Placed): boolean {
  return to.slot < from.slot - 1
}

function columnsOf(journey: Journey): Column[] {
  const endings = new Set(journey.endings.map((ending) => ending.id))
  const steps = journey.steps.filter((step) => step.kind !== 'ending' && !endings.has(step.id))
  const rowOf = new Map<string, number>()
  return journey.stages
    .map(({ id, name }): Column => {
      const own = steps.filter((step) => step.stage === id)
      const ranked = inRanks(own, journey.transitions)
      const members = nearTheirSources(ranked, journey.transitions, rowOf)
      members.forEach((member, row) => rowOf.set(member.id, row / members.length))
      return { id, name, parts: inParts(members) }
    })
    .filter((column) => column.parts.length > 0)
}

/** As few parts as keep below the height, and about equally high. */
function inParts(steps: Step[]): Step[][] {
  if (steps.length === 0) return []
  const total = heightOfPart(steps)
  const parts = Math.ceil(total / COLUMN_HEIGHT_MAX)
  for (let height = total / parts; ; height += ROW_GAP) {
    const split = cutAt(steps, height)
    if (split.length <= parts) return split
  }
}

function cutAt(steps: readonly Step[], height: number): Step[][] {
  const parts: Step[][] = []
  for (const step of steps) {
    const last = parts.at(-1)
    if (last && heightOfPart([...last, step]) <= height) last.push(step)
    else parts.push([step])
  }
  return parts
}

function heightOfPart(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + heightOf(step) + ROW_GAP, -ROW_GAP)
}

function placePart(
  part: readonly Step[],
  place: Place,
  inner: number,
  placed: Map<string, Placed>,
): void {
  let y = HEADER + (inner - heightOfPart(part)) / 2
  for (const [row, step] of part.entries()) {
    const height = heightOf(step)
    placed.set(step.id, { ...place, id: step.id, y, width: STEP_WIDTH, height, row, step })
    y += height + ROW_GAP
  }
}

function placeEndings(
  endings: readonly Ending[],
  place: Place,
  inner: number,
  placed: Map<string, Placed>,
): void {
  const pitch = ENDING_HEIGHT + ENDING_GAP
  const top = HEADER + (inner - endings.length * pitch + ENDING_GAP) / 2
  for (const [row, ending] of endings.entries()) {
    placed.set(ending.id, {
      ...place,
      id: ending.id,
      y: top + row * pitch,
      width: ENDING_WIDTH,
      height: ENDING_HEIGHT,
      row,
      ending,
    })
  }
}

/** The places that ways of a kind lead to, in an order. */
function targets(
  transitions: Transition[],
  placed: Map<string, Placed>,
  is: (from: Placed, to: Placed) => boolean,
  order: (one: Placed) => number,
): string[] {
  const led = transitions.filter((each) => is(placed.get(each.from)!, placed.get(each.to)!))
  return [...new Set(led.map((each) => each.to))].sort(
    (a, b) => order(placed.get(a)!) - order(placed.get(b)!),
  )
}

/** Several ways between the same two steps are drawn as one; the feed counts them as one too. */
function merged(transitions: Transition[]): Transition[] {
  const byKey = groupBy(transitions, (each) => `${each.from}>${each.to}`)
  return [...byKey.values()].map((group) => {
    const label = [...new Set(group.map((each) => each.label).filter(Boolean))].join(' · ')
    return { ...group[0]!, label }
  })
}
