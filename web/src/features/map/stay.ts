import type { TFunction } from 'i18next'
import { formatSpan } from '~/lib/format'
import type { RunningStep } from './live-api'

/** The longest stay in which nobody would notice that they waited, in seconds. */
const AT_ONCE_SECONDS_MAX = 5

/** How long people stay at a step: at once, mostly at once, or for a time. */
export type Stay = 'stay' | 'mostlyAtOnce' | 'atOnce'

/** Which of them the half and the longest tenth of stays come to, in seconds. */
export function stayOf(medianSeconds: number, longSeconds: number): Stay {
  if (longSeconds <= AT_ONCE_SECONDS_MAX) return 'atOnce'
  return medianSeconds <= AT_ONCE_SECONDS_MAX ? 'mostlyAtOnce' : 'stay'
}

/** How each is said: in a cell below its step, or as a sentence of a case. */
const WORDS = {
  cell: {
    stay: 'map.live.waitValue',
    steady: 'map.live.waitSteady',
    mostlyAtOnce: 'map.live.waitMostlyAtOnce',
    atOnce: 'map.live.waitAtOnce',
  },
  sentence: {
    stay: 'map.case.live.stay',
    steady: 'map.case.live.staySteady',
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
  const stay = stayOf(median, long)
  // One in ten stays no longer, as far as the words tell.
  const isSteady = stay === 'stay' && span(median) === span(long)
  return t(WORDS[as][isSteady ? 'steady' : stay], { median: span(median), long: span(long) })
}
