import type { TFunction } from 'i18next'
import { formatSpan } from '~/lib/format'
import type { RunningStep } from './live-api'

/** How long people stay at a step: at once where it rounds to no second at all. */
export type Stay = 'stay' | 'mostlyAtOnce' | 'atOnce'

/** Which of them the half and the longest tenth of stays come to, in seconds. */
export function stayOf(medianSeconds: number, longSeconds: number): Stay {
  if (Math.round(longSeconds) <= 0) return 'atOnce'
  return Math.round(medianSeconds) <= 0 ? 'mostlyAtOnce' : 'stay'
}

/** How each is said: in a cell below its step, or as a sentence of a case. */
const WORDS = {
  cell: {
    stay: 'map.live.waitValue',
    mostlyAtOnce: 'map.live.waitMostlyAtOnce',
    atOnce: 'map.live.waitAtOnce',
  },
  sentence: {
    stay: 'map.case.live.stay',
    mostlyAtOnce: 'map.case.live.stayMostlyAtOnce',
    atOnce: 'map.case.live.stayAtOnce',
  },
} as const

/** How long people stay at a step, in words; nothing where nobody has left it yet. */
export function stayInWords(
  step: Pick<RunningStep, 'waitMedianSeconds' | 'waitLongSeconds'>,
  as: keyof typeof WORDS,
  t: TFunction,
  language: string,
): string | undefined {
  const { waitMedianSeconds: median, waitLongSeconds: long = median } = step
  if (median === undefined || long === undefined) return undefined
  const span = (seconds: number) => formatSpan(seconds * 1000, language)
  return t(WORDS[as][stayOf(median, long)], { median: span(median), long: span(long) })
}
