import { describe, expect, it } from 'vitest'
import { addTable, mayChange, mayWrite, PASTE_LINES_MAX, readPaste, type Looker } from './gestures'
import { say, type Element, type Role } from './wire'

const lane = (role: string, locked = false): Element => ({
  kind: 'lane',
  id: `lane-${role}`,
  role,
  locked,
})
const note = (at: string, author: string): Element => ({
  kind: 'note',
  id: `note-${at}-${author}`,
  lane: `lane-${at}`,
  author,
})
const lanes = [lane('doing'), lane('thinking', true), lane('moments')]
const looker = (role: Role) =>
  ({ role, me: 'ada', reading: { lanes } as unknown as Looker['reading'] }) satisfies Looker
const ROLES = ['facilitator', 'mapper', 'guest', 'viewer'] as const

describe('who may write on a map', () => {
  const writing = (at: Element) => ROLES.filter((role) => mayWrite(role, at))
  const changing = (card: Element) => ROLES.filter((role) => mayChange(looker(role), card))

  it('is everybody but viewers where notes lie, and no guest elsewhere', () => {
    expect(writing(lanes[0]!)).toEqual(['facilitator', 'mapper', 'guest'])
    expect(writing(lanes[2]!)).toEqual(['facilitator', 'mapper'])
  })

  it('is the facilitator alone where a lane is locked', () => {
    expect(writing(lanes[1]!)).toEqual(['facilitator'])
    expect(changing(note('thinking', 'ada'))).toEqual(['facilitator'])
  })

  it('is a guest only for notes of their own', () => {
    expect(changing(note('doing', 'ada'))).toEqual(['facilitator', 'mapper', 'guest'])
    expect(changing(note('doing', 'bo'))).toEqual(['facilitator', 'mapper'])
    expect(changing({ ...note('moments', 'ada'), kind: 'moment' })).toEqual([
      'facilitator',
      'mapper',
    ])
  })
})

describe('what is pasted on a map', () => {
  const reading = {
    lanes,
    columns: [{ id: 'dream' }, { id: 'search' }, { id: 'decide' }],
    cells: new Map(),
  } as unknown as Looker['reading']
  const spot = { lane: 'lane-doing', column: 'search' }
  const laid = (table: string[][]) =>
    addTable(reading, spot, table, '').ops.map((op) =>
      op.op === 'put' ? `${say(op.element, 'column')}: ${say(op.element, 'text')}` : op.op,
    )

  it('becomes a note for each line', () => {
    const pasted = readPaste('- I dream\n\n•\tI save\nI search\n', 'note', '')

    expect(pasted).toEqual({ kind: 'cards', table: [['I dream', 'I save', 'I search']] })
    expect(laid([['I dream', 'I save']])).toEqual(['search: I dream', 'search: I save'])
  })

  it('becomes the columns of a table, its empty cells left out', () => {
    const pasted = readPaste('look\tsign\r\n\tmove in\r\nask\t\r\n', 'note', '')

    expect(pasted).toEqual({
      kind: 'cards',
      table: [
        ['look', 'ask'],
        ['sign', 'move in'],
      ],
    })
  })

  it('goes from its cell to the right, a column of the table to each of the map', () => {
    expect(laid([['look', 'ask'], ['sign']])).toEqual([
      'search: look',
      'search: ask',
      'decide: sign',
    ])
    expect(addTable(reading, spot, [['look'], ['sign']], '').isFolded).toBe(false)
  })

  it('stays in the last column where the table is wider than the map', () => {
    expect(laid([['look'], ['sign'], ['move in'], ['stay']])).toEqual([
      'search: look',
      'decide: sign',
      'decide: move in',
      'decide: stay',
    ])
    expect(addTable(reading, spot, [['a'], ['b'], ['c']], '').isFolded).toBe(true)
  })

  it('is no table where rows differ in length, and then every cell is a line', () => {
    expect(readPaste('look\tsign\nask', 'note', '')).toEqual({
      kind: 'cards',
      table: [['look', 'sign', 'ask']],
    })
  })

  it('is left to the browser in a card that says something', () => {
    expect(readPaste('look\tsign', 'note', 'I')).toEqual({ kind: 'plain' })
  })

  it('is refused with its number where it is too much at once', () => {
    const cells = 'a\tb\n'.repeat(PASTE_LINES_MAX / 2)

    expect(readPaste(cells, 'note', '').kind).toBe('cards')
    expect(readPaste(`${cells}c\t`, 'note', '')).toEqual({
      kind: 'tooMany',
      lines: PASTE_LINES_MAX + 1,
    })
  })
})
