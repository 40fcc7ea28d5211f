import { describe, expect, it } from 'vitest'
import { mayChange, mayWrite, type Looker } from './gestures'
import type { Element, Role } from './wire'

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
