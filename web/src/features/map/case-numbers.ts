import type { Source } from './choices-api'
import type { Element, Sourced } from './wire'

/** From the best known to the least: a number made of others is known as well as the weakest. */
const WEAKER: readonly Source[] = ['measured', 'voted', 'assumed']

export const sourced = (element: Element, field: string): Sourced | null =>
  (element[field] as Sourced | null | undefined) ?? null

export function weakest(...values: readonly Sourced[]): Source {
  return WEAKER[Math.max(...values.map(({ source }) => WEAKER.indexOf(source)))] ?? 'assumed'
}

/** What an effect lies between; one end alone is a bound on that side. */
export interface Range {
  low: number | undefined
  high: number | undefined
  source: Source
  /** The lower end lies above the upper one: somebody has to look again. */
  crossed: boolean
}

export function rangeOf(low: Sourced | null, high: Sourced | null): Range | undefined {
  const ends = [low, high].filter((end) => end !== null)
  if (ends.length === 0) return undefined
  return {
    low: low?.number,
    high: high?.number,
    source: weakest(...ends),
    crossed: low !== null && high !== null && low.number > high.number,
  }
}

/** Of the way from a to b, how much was gone: 1 is all of it; nothing where there was no way. */
export function wayGone(
  from: Sourced | null,
  to: Sourced | null,
  result: Sourced | null,
): { share: number; source: Source } | undefined {
  if (!from || !to || !result || from.number === to.number) return undefined
  return {
    share: (result.number - from.number) / (to.number - from.number),
    source: weakest(from, result),
  }
}
