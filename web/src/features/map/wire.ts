/** The board protocol as the screens speak it; docs/reference/board-protocol.md says what it means. */

export interface Sourced {
  number: number
  source: 'measured' | 'voted' | 'assumed'
}
export type Value = string | number | boolean | string[] | Sourced | null

export interface Element {
  readonly kind: string
  readonly id: string
  readonly [field: string]: Value
}

export type Op =
  | { op: 'put'; element: Element }
  | { op: 'set'; id: string; fields: Record<string, Value>; was?: Record<string, Value> }
  | { op: 'del'; id: string }

export interface Batch {
  id: string
  author: string
  label: string
  ops: Op[]
}

export interface Revision {
  rev: number
  at: string
  batch: Batch
}

export interface Snapshot {
  schema: number
  rev: number
  elements: Element[]
  deleted: Element[]
}

export type Role = 'facilitator' | 'mapper' | 'guest' | 'viewer'

export interface Someone {
  id: string
  name: string
  role: Role
  x: number
  y: number
  at: string
  selection: string[]
  typing: string
}

export interface Refused {
  batch?: string
  code: string
  message: string
  element?: string
  field?: string
  theirs?: Value
}

interface Arrival {
  /** When it was, by the server's clock. */
  at: string
  member: string
  name: string
  role: Role
}

export type FromServer =
  | ({ type: 'welcome'; snapshot: Snapshot } & Arrival)
  | ({ type: 'resumed'; missed: Revision[] } & Arrival)
  | ({ type: 'revision' } & Revision)
  | ({ type: 'refused' } & Refused)
  | { type: 'repeated'; batch: string; rev: number }
  | { type: 'people'; people: Someone[] }

export const idOf = (op: Op): string => (op.op === 'put' ? op.element.id : op.id)
export const same = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** The fields that the board writes itself. */
export const STAMPED = new Set(['author', 'hidden', 'at', 'round', 'anonymous', 'journey', 'live'])

/** A new name, drawn at random. */
export function freshId(prefix: string): string {
  const drawn = crypto.getRandomValues(new Uint32Array(3))
  return `${prefix}-${[...drawn].map((each) => each.toString(36)).join('')}`
}

const text = (element: Element, field: string): string => {
  const value = element[field]
  return typeof value === 'string' ? value : ''
}

/** What the fields of an element hold, where a text is wanted; empty where there is none. */
export const say = text

export function list(element: Element, field: string): readonly string[] {
  const value = element[field]
  return Array.isArray(value) ? value : []
}

/** The field that holds what a card says. */
export const WORDS: Record<string, string> = {
  note: 'text',
  touchpoint: 'name',
  moment: 'title',
  idea: 'title',
}

export const words = (element: Element): string => text(element, WORDS[element.kind] ?? 'name')
