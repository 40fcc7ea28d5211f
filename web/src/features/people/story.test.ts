import { expect, it } from 'vitest'
import type { TimelineEntry } from '~/lib/api-types'
import { inWords, nameInWords } from './in-words'
import { byDay, byMoment, isLate, topicOf } from './story'

const entry = (number: number, at: string, now = at): TimelineEntry => ({
  number,
  at,
  now,
  kind: 'event',
  title: 'visited a home',
})

it('a story is told day by day, newest first, in the order it was given', () => {
  const days = byDay([
    entry(3, '2026-11-21T12:00:00Z'),
    entry(2, '2026-11-21T11:00:00Z'),
    entry(1, '2026-11-18T12:00:00Z'),
  ])

  expect(days.map((day) => day.entries.map((each) => each.number))).toEqual([[3, 2], [1]])
})

it('what followed from one thing is told with it, the cause first', () => {
  const moments = byMoment([
    { ...entry(2, '2026-11-21T12:00:00Z'), title: 'You came to: Looking' },
    { ...entry(2, '2026-11-21T12:00:00Z'), title: 'Viewing booked' },
    { ...entry(1, '2026-11-21T11:00:00Z'), title: 'You became known to us' },
  ])

  expect(moments.map(({ entries }) => entries.map(({ title }) => title))).toEqual([
    ['Viewing booked', 'You came to: Looking'],
    ['You became known to us'],
  ])
})

it('what was told much later than it happened is marked', () => {
  expect(isLate(entry(1, '2026-11-21T12:00:00Z', '2026-11-21T12:00:40Z'))).toBe(false)
  expect(isLate(entry(1, '2026-11-21T12:00:00Z', '2026-11-21T15:00:00Z'))).toBe(true)
})

it('facts fall under the topic a reader would look for them', () => {
  expect(topicOf({ kind: 'decision' })).toBe('decision')
  expect(topicOf({ kind: 'message' })).toBe('contact')
  expect(topicOf({ kind: 'step' })).toBe('journey')
  expect(topicOf({ kind: 'event' })).toBe('did')
  expect(topicOf({ kind: 'a kind of next year' })).toBe('did')
})

it('whatever is known can be read as words', () => {
  const words = (value: unknown) => inWords(value, 'en', ['Yes', 'No'])
  expect(words({ channel: 'email', perWeek: 2000 })).toBe('channel email · per week 2,000')
  expect(words(false)).toBe('No')
  expect(words(['a', 1, null])).toBe('a, 1, –')
  expect(words('2026-11-21T12:00:00Z')).toMatch(/^Nov 21, 2026/)
  expect(nameInWords('email_per_week')).toBe('email per week')
})
