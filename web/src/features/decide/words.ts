import type { TFunction } from 'i18next'
import { formatNumber, formatSpan } from '~/lib/format'

/** The stages a candidate passes, in their order. */
export const STAGES = [
  'validity',
  'channel',
  'purpose',
  'eligibility',
  'applicability',
  'suitability',
  'personsLimits',
  'journey',
  'contact',
  'volume',
  'floor',
  'arbitration',
  'placement',
] as const
export type Stage = (typeof STAGES)[number]

const KINDS = ['default', 'mandatory', 'transactional', 'required', 'question'] as const
const INFLUENCES = ['nudge', 'boost', 'plain'] as const
const LEVELS = ['all', 'issue', 'group', 'action'] as const
const CLASSES = ['serves', 'neutral', 'other'] as const
const ARMS = [
  'full',
  'randomEligible',
  'propensityOnly',
  'noLevers',
  'eligibilityOnly',
  'randomModel',
] as const

/** A word of the server in the reader's language; one that is new here stays as it came. */
function known<T extends string>(all: readonly T[], word: string): T | undefined {
  return all.find((each) => each === word)
}

export function stageInWords(stage: string, t: TFunction): string {
  const one = known(STAGES, stage)
  return one ? t(`decide.stages.${one}`) : stage
}

export function kindInWords(kind: string, t: TFunction): string {
  const one = known(KINDS, kind)
  return one ? t(`decide.kinds.${one}`) : kind
}

export function influenceOf(influence: Readonly<Record<string, unknown>>) {
  const text = (name: string) => (typeof influence[name] === 'string' ? influence[name] : '')
  return {
    kind: known(INFLUENCES, text('kind')) ?? 'plain',
    reason: text('reason'),
    expires: text('expires'),
  }
}

export function classInWords(name: string, t: TFunction): string {
  const one = known(CLASSES, name)
  return one ? t(`decide.classes.${one}`) : name
}

export function armName(arm: string, t: TFunction): string {
  const one = known(ARMS, arm)
  return one ? t(`decide.armNames.${one}`) : arm
}

export function armSentence(arm: string, sentence: string, t: TFunction): string {
  const one = known(ARMS, arm)
  return one ? t(`decide.armSentences.${one}`) : sentence
}

type Names = ReadonlyMap<string, string>

/** "Group Looking", or everything. */
export function scopeInWords(
  scope: Readonly<Record<string, string>>,
  names: Names,
  t: TFunction,
): string {
  const level = known(LEVELS, scope['level'] ?? '') ?? 'all'
  const id = scope['id'] ?? ''
  return t(`decide.scopes.${level}`, { name: names.get(`${level}:${id}`) ?? id })
}

const ISO_SPAN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** "14 days" for PT336H. */
export function spanInWords(span: string, language: string): string {
  const parts = ISO_SPAN.exec(span)
  if (!parts) return span
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((x) => Number(x ?? 0))
  return formatSpan((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000, language)
}

const share = new Map<string, Intl.NumberFormat>()

/** 0.0831 as 8.3 %. */
export function percent(value: number, language: string, digits = 1): string {
  const key = language + digits
  const format =
    share.get(key) ??
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits })
  share.set(key, format)
  const least = 0.01 / 10 ** digits
  if (value > 0 && value < least / 2) return `< ${format.format(least)}`
  return format.format(value)
}

/** A number with so many digits after the point, whatever they are. */
export function formatDecimal(value: number, language: string, digits: number): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

/** Three figures that matter: 0.0123, 1.23, 123. */
export function figures(value: number, language: string): string {
  if (Number.isInteger(value)) return formatNumber(value, language)
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value)
}

const NORMAL_95 = 1.96

/** Where the chance lies 19 times of 20, when the log-odds are this unsure. */
export function chanceBetween(p: number, deviation: number): readonly [number, number] {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, p))
  const odds = Math.log(inside / (1 - inside))
  const at = (x: number) => 1 / (1 + Math.exp(-x))
  return [at(odds - NORMAL_95 * deviation), at(odds + NORMAL_95 * deviation)]
}
