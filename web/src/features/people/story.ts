import type { TimelineEntry } from '~/lib/api-types'
import { dayKey } from '~/lib/format'
import type { IconName } from '~/ui/icon'

/** What a reader may look for in a story. */
export const TOPICS = ['all', 'journey', 'contact', 'decision', 'did'] as const
export type Topic = (typeof TOPICS)[number]

/** Facts are many and more will come; a kind that says nothing here counts as what the person did. */
const BY_WORD: readonly [RegExp, Topic][] = [
  [/decision|decided|response/i, 'decision'],
  [/message|contact|sent|talk|asked|answer|task|handed/i, 'contact'],
  [/journey|step|stage|begun|ended|moved|wait|timer|purpose/i, 'journey'],
]

export function topicOf(entry: Pick<TimelineEntry, 'kind'>): Topic {
  return BY_WORD.find(([word]) => word.test(entry.kind))?.[1] ?? 'did'
}

const TOPIC_ICON: Record<Topic, IconName> = {
  all: 'note',
  journey: 'leaf',
  contact: 'talk',
  decision: 'decide',
  did: 'person',
}

export const iconOf = (entry: Pick<TimelineEntry, 'kind'>): IconName => TOPIC_ICON[topicOf(entry)]

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

const LATE_MILLIS = 60_000

/** It was told noticeably later than it occurred. */
export function isLate(entry: Pick<TimelineEntry, 'at' | 'now'>): boolean {
  return Date.parse(entry.now) - Date.parse(entry.at) > LATE_MILLIS
}
