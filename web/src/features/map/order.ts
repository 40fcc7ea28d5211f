/** Places in a list as texts that sort: four base-62 digits, then perhaps a fraction. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
const WHOLE = 4
const LENGTH_MAX = 48
const FIRST = 31 * BASE ** 3

const wholePart = (key: string) =>
  [...key.slice(0, WHOLE)].reduce((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0)

function whole(number: number): string {
  let rest = number
  let key = ''
  for (let at = 0; at < WHOLE; at++) {
    key = DIGITS[rest % BASE]! + key
    rest = Math.floor(rest / BASE)
  }
  return key
}

/** The key of the n-th of a list laid out at once, from 0. */
export const nth = (n: number): string => whole(FIRST + n)

/** Half-way between two keys, missing digits being 0. */
function middle(low: string, high: string): string {
  let made = ''
  let free = false
  for (let at = 0; ; at++) {
    const floor = at < low.length ? DIGITS.indexOf(low[at]!) : 0
    const ceiling: number = free ? BASE : at < high.length ? DIGITS.indexOf(high[at]!) : 0
    if (ceiling - floor > 1) return made + DIGITS[floor + Math.floor((ceiling - floor) / 2)]!
    made += DIGITS[floor]!
    free ||= ceiling > floor
  }
}

export interface Neighbour {
  id: string
  order: string
}

export interface Placing {
  key: string
  /** Neighbours that must move to make room: none but when a gap is used up. */
  moved: Neighbour[]
}

/** ASCII order, as the server has it; never the order of a language. */
export const byOrder = (a: Neighbour, b: Neighbour): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The key for a place among sorted neighbours: so many of them come before it. */
export function placeAt(neighbours: readonly Neighbour[], index: number): Placing {
  const low = neighbours[index - 1]?.order
  const high = neighbours[index]?.order
  const key = between(low, high)
  if (key !== undefined) return { key, moved: [] }
  return {
    key: nth(index),
    moved: neighbours
      .map(({ id, order }, place) => ({ id, order, key: nth(place < index ? place : place + 1) }))
      .filter(({ order, key: wanted }) => order !== wanted)
      .map(({ id, key: wanted }) => ({ id, order: wanted })),
  }
}

function between(low: string | undefined, high: string | undefined): string | undefined {
  if (low === undefined && high === undefined) return nth(0)
  if (high === undefined) return whole(wholePart(low!) + 1)
  if (low === undefined) {
    const before = high.length > WHOLE ? wholePart(high) : wholePart(high) - 1
    return before >= 0 ? whole(before) : undefined
  }
  if (low >= high) return undefined
  const gap = wholePart(high) - wholePart(low)
  if (gap > 1) return whole(wholePart(low) + Math.floor(gap / 2))
  const key = middle(low, high)
  return key.length <= LENGTH_MAX ? key : undefined
}
