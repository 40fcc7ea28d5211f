import { describe, expect, it, vi } from 'vitest'
import { formatAgo, formatCompact, formatDate, formatNumber, formatSpan, today } from './format'

const NOON = Date.parse('2026-11-21T12:00:00Z')

describe('numbers and times in the reader’s language', () => {
  it('groups thousands as the language does', () => {
    expect(formatNumber(10_432, 'en')).toBe('10,432')
    expect(formatNumber(10_432, 'de')).toBe('10.432')
    expect(formatCompact(1_240, 'en')).toBe('1.2K')
  })

  it('says how long ago within a week and the date beyond', () => {
    expect(formatAgo('2026-11-21T11:57:00Z', NOON, 'en')).toBe('3 minutes ago')
    expect(formatAgo('2026-11-20T12:00:00Z', NOON, 'de')).toBe('gestern')
    expect(formatAgo('2026-11-15T12:00:00Z', NOON, 'en')).toBe('6 days ago')
    expect(formatAgo('2026-11-14T12:00:00Z', NOON, 'en')).toBe('Nov 14, 2026')
  })

  it('keeps a bare day the same in every time zone, and today that of the reader', () => {
    for (const zone of ['America/Los_Angeles', 'UTC', 'Pacific/Auckland']) {
      vi.stubEnv('TZ', zone)
      expect(formatDate('2026-05-04', 'en')).toBe('May 4, 2026')
      expect(today(new Date(2026, 4, 4, 0, 30))).toBe('2026-05-04')
      expect(today(new Date(2026, 4, 4, 23, 30))).toBe('2026-05-04')
    }
    vi.unstubAllEnvs()
  })

  it('names the largest whole unit of a span, never a negative one', () => {
    expect(formatSpan(3 * 3_600_000 + 59 * 60_000, 'en')).toBe('3 hours')
    expect(formatSpan(-5, 'en')).toBe('0 seconds')
  })
})
