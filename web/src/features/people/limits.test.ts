import { expect, it } from 'vitest'
import { spanMillis } from './limits'

const HOUR = 3_600_000

it('a span is read as the server writes it, in days or in hours', () => {
  expect(spanMillis('PT168H')).toBe(168 * HOUR)
  expect(spanMillis('P7D')).toBe(168 * HOUR)
  expect(spanMillis('P1DT2H30M')).toBe(26.5 * HOUR)
  expect(spanMillis('once a moon')).toBeUndefined()
})
