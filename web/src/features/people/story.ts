import type { TimelineEntry } from '~/lib/api-types'
import { dayKey } from '~/lib/format'
import type { IconName } from '~/ui/icon'

/** What a reader may look for in a story. */
export const TOPICS = ['all', 'journey', 'contact', 'decision', 'did'] as const
export type Topic = (typeof TOPICS)[number]

/** The kinds of entries the server tells; a kind that is new here counts as what the person did. */
const KINDS: Record<string, readonly [Topic, IconName]> = {
  journey: ['journey', 'canvas'],
  step: ['journey', 'arrow'],
  goal: ['journey', 'achieved'],
  ending: ['journey', 'ending'],
  purpose: ['journey', 'leaf'],
  experiment: ['journey', 'split'],
  segment: ['journey', 'list'],
  message: ['contact', 'talk'],
  contact: ['contact', 'talk'],
  question: ['contact', 'ask'],
  task: ['contact', 'handOver'],
  note: ['contact', 'note'],
  withheld: ['contact', 'pause'],
  decision: ['decision', 'decide'],
  response: ['decision', 'quote'],
  event: ['did', 'person'],
  answer: ['did', 'ask'],
  attributes: ['did', 'note'],
  identity: ['did', 'person'],
  consent: ['did', 'key'],
  objection: ['did', 'declined'],
  limits: ['did', 'pause'],
}
const UNKNOWN = ['did', 'note'] as const

export const topicOf = ({ kind }: Pick<TimelineEntry, 'kind'>): Topic => (KINDS[kind] ?? UNKNOWN)[0]
export const iconOf = ({ kind }: Pick<TimelineEntry, 'kind'>): IconName =>
  (KINDS[kind] ?? UNKNOWN)[1]

export interface Day {
  key: string
  at: string
  entries: TimelineEntry[]
}

/** The newest day first, each with its entries as the server ordered them. */
export function byDay(entries: readonly TimelineEntry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const key = dayKey(entry.at)
    const last = days.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else days.push({ key, at: entry.at, entries: [entry] })
  }
  return days
}

/** What came of one command: what began it first, then what followed from it. */
export interface Moment {
  number: number
  entries: TimelineEntry[]
}

/** Entries that the same command caused, told together; the newest moment first. */
export function byMoment(entries: readonly TimelineEntry[]): Moment[] {
  const moments: Moment[] = []
  for (const entry of entries) {
    const last = moments.at(-1)
    if (last?.number === entry.number) last.entries.unshift(entry)
    else moments.push({ number: entry.number, entries: [entry] })
  }
  return moments
}

/** Systems that tell in batches are an hour behind at most; later than that is worth a word. */
const LATE_MILLIS = 3_600_000

/** It was told noticeably later than it occurred. */
export function isLate(entry: Pick<TimelineEntry, 'at' | 'now'>): boolean {
  return Date.parse(entry.now) - Date.parse(entry.at) > LATE_MILLIS
}
