import { byOrder } from './order'
import type { Doc } from './replica'
import { same, say, type Element } from './wire'

/** One column of the matrix: a step, or a stage that has no steps. */
export interface Column {
  id: string
  name: string
  stage: Element
  step: Element | undefined
}

export interface StageSpan {
  stage: Element
  index: number
  columns: Column[]
}

/** A board read as a map. What did not change since the last reading is the very same object. */
export interface Reading {
  board: Element | undefined
  workshop: Element | undefined
  stages: StageSpan[]
  columns: Column[]
  lanes: Element[]
  personas: Element[]
  teams: Element[]
  activities: Element[]
  parked: Element[]
  cases: Element[]
  initiatives: Element[]
  cells: ReadonlyMap<string, readonly Element[]>
  /** Dots of the latest round by what they were given to, mine apart. */
  votes: ReadonlyMap<string, readonly Element[]>
  points: ReadonlyMap<string, Element>
  comments: ReadonlyMap<string, readonly Element[]>
}

export const cellKey = (lane: string, column: string) => `${lane}|${column}`

export const PLACED = new Set(['note', 'touchpoint', 'moment', 'idea'])

const ordered = (elements: Element[]): Element[] =>
  elements.toSorted((a, b) =>
    byOrder({ id: a.id, order: say(a, 'order') }, { id: b.id, order: say(b, 'order') }),
  )

function stable<T>(next: T[], before: readonly T[] | undefined): T[] {
  return before?.length === next.length && next.every((each, at) => each === before[at])
    ? (before as T[])
    : next
}

function groups(
  elements: readonly Element[],
  key: (element: Element) => string,
  before: ReadonlyMap<string, readonly Element[]> | undefined,
): Map<string, readonly Element[]> {
  const all = new Map<string, Element[]>()
  for (const element of elements) {
    const name = key(element)
    const group = all.get(name)
    if (group) group.push(element)
    else all.set(name, [element])
  }
  return new Map([...all].map(([name, group]) => [name, stable(ordered(group), before?.get(name))]))
}

export function read(doc: Doc, before?: Reading): Reading {
  const kinds = new Map<string, Element[]>()
  const placed: Element[] = []
  for (const element of doc.live.values()) {
    if (PLACED.has(element.kind)) placed.push(element)
    const all = kinds.get(element.kind)
    if (all) all.push(element)
    else kinds.set(element.kind, [element])
  }
  const of = (kind: string, was?: Element[]) => stable(ordered(kinds.get(kind) ?? []), was)
  const steps = new Map<string, Element[]>()
  for (const step of of('step'))
    steps.set(say(step, 'stage'), [...(steps.get(say(step, 'stage')) ?? []), step])
  const spans: StageSpan[] = of('stage').map((stage, index) => {
    const own = steps.get(stage.id) ?? []
    const columns: Column[] =
      own.length === 0
        ? [{ id: stage.id, name: say(stage, 'name'), stage, step: undefined }]
        : own.map((step) => ({ id: step.id, name: say(step, 'name'), stage, step }))
    return { stage, index, columns }
  })
  const isSame =
    before?.stages.length === spans.length &&
    spans.every((span, at) => {
      const old = before.stages[at]!
      return (
        old.stage === span.stage &&
        old.columns.length === span.columns.length &&
        span.columns.every((column, place) => column.step === old.columns[place]!.step)
      )
    })
  const stages = isSame ? before.stages : spans
  const columns = isSame ? before.columns : spans.flatMap((span) => span.columns)
  const known = new Set(columns.map((column) => column.id))
  // What lies under a whole stage stands in the first of its columns.
  const first = new Map(stages.map((span) => [span.stage.id, span.columns[0]!.id]))
  const columnOf = (element: Element) => {
    const named = say(element, 'column')
    return known.has(named) ? named : (first.get(named) ?? '')
  }
  const round = kinds.get('workshop')?.[0]?.['round'] ?? 0
  return {
    board: kinds.get('board')?.[0],
    workshop: kinds.get('workshop')?.[0],
    stages,
    columns,
    lanes: of('lane', before?.lanes),
    personas: of('persona', before?.personas),
    teams: of('team', before?.teams),
    activities: of('activity', before?.activities),
    parked: of('parked', before?.parked),
    cases: of('case', before?.cases),
    initiatives: of('initiative', before?.initiatives),
    cells: groups(
      placed,
      (element) => cellKey(say(element, 'lane'), columnOf(element)),
      before?.cells,
    ),
    votes: groups(
      (kinds.get('vote') ?? []).filter((vote) => same(vote['round'], round)),
      (vote) => say(vote, 'target'),
      before?.votes,
    ),
    points: new Map((kinds.get('feeling') ?? []).map((point) => [point.id, point])),
    comments: groups(
      kinds.get('comment') ?? [],
      (comment) => say(comment, 'target'),
      before?.comments,
    ),
  }
}

export const pointId = (
  subject: string,
  column: string,
  curve: 'asIs' | 'toBe',
  measure: 'feeling' | 'effort' = 'feeling',
) => `feel:${subject}:${column}:${curve}:${measure}`
