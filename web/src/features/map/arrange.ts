import { placeAt, type Neighbour } from './order'
import { cellKey, type Reading } from './reading'
import type { Doc } from './replica'
import { freshId, list, say, type Element, type Op } from './wire'

/** Putting the map itself in order: stages, steps and lanes, as operations. */

const neighbours = (elements: readonly Element[]): Neighbour[] =>
  elements.map((element) => ({ id: element.id, order: say(element, 'order') }))

/** Moves an element one place among its neighbours. */
export function shift(all: readonly Element[], element: Element, by: -1 | 1): Op[] {
  const others = all.filter(({ id }) => id !== element.id)
  const at = all.findIndex(({ id }) => id === element.id) + by
  if (at < 0 || at > others.length) return []
  const { key, moved } = placeAt(neighbours(others), at)
  return [
    { op: 'set', id: element.id, fields: { order: key } },
    ...moved.map(({ id, order }): Op => ({ op: 'set', id, fields: { order } })),
  ]
}

export function addLane(reading: Reading, name: string): Op[] {
  const { key } = placeAt(neighbours(reading.lanes), reading.lanes.length)
  return [
    {
      op: 'put',
      element: { kind: 'lane', id: freshId('l'), role: 'free', name, locked: false, order: key },
    },
  ]
}

export function addTeam(reading: Reading, name: string): Op[] {
  const { key } = placeAt(neighbours(reading.teams), reading.teams.length)
  return [{ op: 'put', element: { kind: 'team', id: freshId('t'), name, order: key } }]
}

/** A team goes with its curves, and from the cards that named it. */
export function deleteTeam(doc: Doc, team: string): Op[] {
  const ops: Op[] = []
  for (const element of doc.live.values()) {
    const teams = list(element, 'teams')
    if (element.kind === 'feeling' && say(element, 'subject') === team)
      ops.push({ op: 'del', id: element.id })
    else if (teams.includes(team))
      ops.push({
        op: 'set',
        id: element.id,
        fields: { teams: teams.filter((each) => each !== team) },
      })
  }
  return [...ops, { op: 'del', id: team }]
}

/** Everything that lies in cells of which this is so. */
const inside = (reading: Reading, is: (lane: string, column: string) => boolean): Op[] =>
  [...reading.cells].flatMap(([key, cards]) => {
    const [lane = '', column = ''] = key.split('|')
    return is(lane, column) ? cards.map(({ id }): Op => ({ op: 'del', id })) : []
  })

/** A lane goes with what lies in it; undo brings both back. */
export const deleteLane = (reading: Reading, lane: string): Op[] => [
  ...inside(reading, (each) => each === lane),
  { op: 'del', id: lane },
]

function columnsGo(reading: Reading, columns: ReadonlySet<string>): Op[] {
  const points = [...reading.points.values()]
    .filter((point) => columns.has(say(point, 'column')))
    .map(({ id }): Op => ({ op: 'del', id }))
  return [...inside(reading, (_, column) => columns.has(column)), ...points]
}

/** A step goes with what lies under it. */
export const deleteStep = (reading: Reading, step: string): Op[] => [
  ...columnsGo(reading, new Set([step])),
  { op: 'del', id: step },
]

/** A stage goes with its steps and what lies under them. */
export function deleteStage(reading: Reading, stage: string): Op[] {
  const span = reading.stages.find((each) => each.stage.id === stage)
  const columns = span?.columns ?? []
  return [
    ...columnsGo(reading, new Set([stage, ...columns.map(({ id }) => id)])),
    ...columns.flatMap(({ step }): Op[] => (step ? [{ op: 'del', id: step.id }] : [])),
    { op: 'del', id: stage },
  ]
}

/** How many cards would go with a column or lane. */
export const cardsIn = (reading: Reading, is: (lane: string, column: string) => boolean): number =>
  inside(reading, is).length

export interface HandOver {
  column: string
  from: string[]
  to: string[]
}

/** Where the person is passed on: no team of the column before works in this one. */
export function handOverList(reading: Reading): HandOver[] {
  const over: HandOver[] = []
  let before: Set<string> | undefined
  for (const column of reading.columns) {
    const teams = new Set<string>()
    for (const lane of reading.lanes)
      for (const card of reading.cells.get(cellKey(lane.id, column.id)) ?? [])
        for (const team of list(card, 'teams')) teams.add(team)
    if (teams.size === 0) continue
    const earlier = before
    if (earlier && [...teams].every((team) => !earlier.has(team)))
      over.push({ column: column.id, from: [...earlier], to: [...teams] })
    before = teams
  }
  return over
}
