import type { Scale } from './curve-scale'
import { placeAt, type Neighbour } from './order'
import { cellKey, pointId, type Reading } from './reading'
import { freshId, say, type Element, type Op, type Role } from './wire'

/** What people do on a map, as operations; none of it touches the screen. */

const neighbours = (elements: readonly Element[]): Neighbour[] =>
  elements.map((element) => ({ id: element.id, order: say(element, 'order') }))

const moves = (moved: readonly Neighbour[]): Op[] =>
  moved.map(({ id, order }) => ({ op: 'set', id, fields: { order } }))

/** The kind of card that belongs in a lane. */
export function kindIn(lane: Element): 'note' | 'touchpoint' | 'moment' | 'idea' {
  switch (say(lane, 'role')) {
    case 'channel':
      return 'touchpoint'
    case 'moments':
      return 'moment'
    case 'ideas':
      return 'idea'
    default:
      return 'note'
  }
}

/** Who looks at the map, as far as it decides what they may do. */
export interface Looker {
  role: Role
  me: string
  reading: Reading
}

/** Whether somebody may write new cards into a lane; the server decides by the same rules. */
export function mayWrite(role: Role, lane: Element): boolean {
  if (role === 'facilitator') return true
  if (role === 'viewer' || lane['locked'] === true) return false
  return role === 'mapper' || kindIn(lane) === 'note'
}

/** What keeps somebody from changing, moving or deleting a card: guests have notes of their own. */
export function hindrance({ role, me, reading }: Looker, card: Element): Hindrance | undefined {
  const lane = reading.lanes.find(({ id }) => id === say(card, 'lane'))
  if (role === 'facilitator') return undefined
  if (role === 'viewer') return 'watching'
  if (lane?.['locked'] === true) return 'locked'
  return role === 'mapper' || (card.kind === 'note' && say(card, 'author') === me)
    ? undefined
    : 'another'
}

export type Hindrance = 'watching' | 'locked' | 'another'

export const mayChange = (looker: Looker, card: Element) => !hindrance(looker, card)

export interface Spot {
  lane: string
  column: string
}

/** One card for each text, at the end of a cell. */
export function addCards(
  reading: Reading,
  spot: Spot,
  texts: readonly string[],
  persona: string,
): { ops: Op[]; ids: string[] } {
  const lane = reading.lanes.find(({ id }) => id === spot.lane)
  if (!lane) return { ops: [], ids: [] }
  const kind = kindIn(lane)
  const there = neighbours(reading.cells.get(cellKey(spot.lane, spot.column)) ?? [])
  const ids: string[] = []
  const ops = texts.map((words): Op => {
    const { key } = placeAt(there, there.length)
    const id = freshId(kind)
    there.push({ id, order: key })
    ids.push(id)
    const common = { id, lane: spot.lane, column: spot.column, order: key }
    const known = { evidence: 'guess', source: '' }
    switch (kind) {
      case 'note':
        return {
          op: 'put',
          element: { ...common, ...known, kind, text: words, persona, teams: [], colour: '' },
        }
      case 'touchpoint':
        return {
          op: 'put',
          element: { ...common, ...known, kind, name: words, channel: '', teams: [] },
        }
      case 'moment':
        return { op: 'put', element: { ...common, ...known, kind, title: words, persona, why: '' } }
      case 'idea':
        return { op: 'put', element: { ...common, kind, title: words, description: '' } }
    }
  })
  return { ops, ids }
}

/**
 * The columns of a table as cards, from a cell to the right, one column of it to each of the map's.
 * What is wider than the map stays in the map's last column.
 */
export function addTable(
  reading: Reading,
  spot: Spot,
  table: readonly (readonly string[])[],
  persona: string,
): { ops: Op[]; ids: string[]; isFolded: boolean } {
  const from = reading.columns.findIndex(({ id }) => id === spot.column)
  const to = from < 0 ? [spot.column] : reading.columns.slice(from).map(({ id }) => id)
  const last = to.length - 1
  const added = to.map((column, at) =>
    addCards(
      reading,
      { ...spot, column },
      at < last ? (table[at] ?? []) : table.slice(last).flat(),
      persona,
    ),
  )
  return {
    ops: added.flatMap(({ ops }) => ops),
    ids: added.flatMap(({ ids }) => ids),
    isFolded: table.length > to.length,
  }
}

/** Moves a card to a place in a cell. */
export function moveCard(reading: Reading, card: Element, spot: Spot, index?: number): Op[] {
  const cell = (reading.cells.get(cellKey(spot.lane, spot.column)) ?? []).filter(
    ({ id }) => id !== card.id,
  )
  const { key, moved } = placeAt(neighbours(cell), Math.min(index ?? cell.length, cell.length))
  return [
    { op: 'set', id: card.id, fields: { lane: spot.lane, column: spot.column, order: key } },
    ...moves(moved),
  ]
}

/** Moves several cards to the end of a cell, in the order given. */
export function moveCards(reading: Reading, cards: readonly Element[], spot: Spot): Op[] {
  if (cards.length === 1) return moveCard(reading, cards[0]!, spot)
  const ids = new Set(cards.map(({ id }) => id))
  const there = neighbours(
    (reading.cells.get(cellKey(spot.lane, spot.column)) ?? []).filter(({ id }) => !ids.has(id)),
  )
  return cards.flatMap((card): Op[] => {
    const { key } = placeAt(there, there.length)
    there.push({ id: card.id, order: key })
    return [
      { op: 'set', id: card.id, fields: { lane: spot.lane, column: spot.column, order: key } },
    ]
  })
}

/** Changes a text; where somebody else changed it meanwhile, the server asks. */
export function setText(element: Element, field: string, value: string): Op[] {
  const was = say(element, field)
  if (was === value) return []
  return [{ op: 'set', id: element.id, fields: { [field]: value }, was: { [field]: was } }]
}

/** Says how it is at a step: bounded by the scale, and rounded to half a level. */
export function setPoint(
  reading: Reading,
  at: { subject: string; column: string; curve: 'asIs' | 'toBe'; scale: Scale },
  value: number,
): Op[] {
  const { subject, column, curve } = at
  const { measure, top, bottom } = at.scale
  const id = pointId(subject, column, curve, measure)
  const bounded = Math.max(bottom, Math.min(top, Math.round(value * 2) / 2))
  const there = reading.points.get(id)
  if (there)
    return there['value'] === bounded ? [] : [{ op: 'set', id, fields: { value: bounded } }]
  return [
    {
      op: 'put',
      element: { kind: 'feeling', id, subject, column, curve, measure, value: bounded },
    },
  ]
}

export function addStages(reading: Reading, names: readonly string[]): Op[] {
  const there = neighbours(reading.stages.map(({ stage }) => stage))
  return names.flatMap((name): Op[] => {
    const { key } = placeAt(there, there.length)
    const id = freshId('g')
    there.push({ id, order: key })
    return [{ op: 'put', element: { kind: 'stage', id, name, description: '', order: key } }]
  })
}

/** A step at the end of a stage; the first one takes over what lay under the stage as a whole. */
export function addStep(reading: Reading, stage: Element, name: string): Op[] {
  const span = reading.stages.find((each) => each.stage.id === stage.id)
  const steps = (span?.columns ?? []).flatMap(({ step }) => (step ? [step] : []))
  const { key } = placeAt(neighbours(steps), steps.length)
  const id = freshId('s')
  return [
    {
      op: 'put',
      element: { kind: 'step', id, stage: stage.id, name, description: '', order: key },
    },
  ]
}

export function addPersona(reading: Reading, name: string): { ops: Op[]; id: string } {
  const { key } = placeAt(neighbours(reading.personas), reading.personas.length)
  const id = freshId('p')
  return { id, ops: [{ op: 'put', element: { kind: 'persona', id, name, order: key } }] }
}

const BULLET = /^\s*[-*•]\s+/

const withWords = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(BULLET, '').trim()).filter((text) => text !== '')

/** Lines of pasted text, the empty ones left out; a tab ends a line too. */
export const linesOf = (pasted: string): string[] =>
  withWords(pasted.split(/\r?\n/).flatMap((line) => line.replace(BULLET, '').split('\t')))

/**
 * The columns of a table as a spreadsheet puts it on the clipboard, its empty cells left out: rows
 * by lines, cells by tabs, as many in every row. Nothing where it is no table.
 */
export function tableOf(pasted: string): string[][] | undefined {
  const rows = pasted
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  const width = rows[0]?.length ?? 0
  const isList = rows.every(([first = '']) => /^\s*[-*•]?$/.test(first))
  if (width < 2 || isList || rows.some((row) => row.length !== width)) return undefined
  return Array.from({ length: width }, (_, at) => withWords(rows.map((row) => row[at]!)))
}

/** Notes that one paste makes: more than a room reads in an hour. */
export const PASTE_LINES_MAX = 500

/** How much a card of this kind says at most, in characters; the server holds the same bound. */
export const wordsMax = (kind: string): number => (kind === 'note' ? 2000 : 160)

export type Paste =
  | { kind: 'plain' }
  /** What becomes cards: the texts of one cell, and for a table those of the cells beside it. */
  | { kind: 'cards'; table: string[][] }
  | { kind: 'tooMany'; lines: number }
  | { kind: 'tooLong'; max: number }

/** What a paste into a card of a kind comes to, beside what the card says already. */
export function readPaste(pasted: string, card: string, there: string): Paste {
  const table = tableOf(pasted) ?? [linesOf(pasted)]
  const lines = table.flat()
  const max = wordsMax(card)
  const apart = lines.length > 1 && there === ''
  if (apart && lines.length > PASTE_LINES_MAX) return { kind: 'tooMany', lines: lines.length }
  const longest = apart ? Math.max(...lines.map((line) => line.length)) : pasted.length
  if (longest > max) return { kind: 'tooLong', max }
  return apart ? { kind: 'cards', table } : { kind: 'plain' }
}
