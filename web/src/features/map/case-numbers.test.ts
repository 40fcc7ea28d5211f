import { expect, test } from 'vitest'
import { rangeOf, wayGone, weakest } from './case-numbers'

const n = (number: number, source: 'measured' | 'voted' | 'assumed' = 'assumed') => ({
  number,
  source,
})

test('a range is known as well as the weaker of its ends', () => {
  expect(rangeOf(n(3, 'measured'), n(5, 'voted'))).toEqual({
    low: 3,
    high: 5,
    source: 'voted',
    crossed: false,
  })
  expect(weakest(n(1, 'voted'), n(2, 'assumed'), n(3, 'measured'))).toBe('assumed')
})

test('one end alone is a bound, and no end is no range', () => {
  expect(rangeOf(n(-2), null)).toMatchObject({ low: -2, high: undefined, crossed: false })
  expect(rangeOf(null, null)).toBeUndefined()
})

test('a lower end above the upper one is told', () => {
  expect(rangeOf(n(6), n(5))?.crossed).toBe(true)
  expect(rangeOf(n(5), n(5))?.crossed).toBe(false)
})

test('what was measured is held against the way that was believed in, downwards too', () => {
  expect(wayGone(n(20, 'measured'), n(90), n(62, 'measured'))).toEqual({
    share: 0.6,
    source: 'measured',
  })
  expect(wayGone(n(12), n(2), n(14, 'measured'))?.share).toBeCloseTo(-0.2)
  expect(wayGone(n(5), n(5), n(5))).toBeUndefined()
  expect(wayGone(n(5), n(6), null)).toBeUndefined()
})
