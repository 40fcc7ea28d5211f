import { expect, it } from 'vitest'
import { DOTS_MAX, dotUnit } from './live'
import { ribbonWidth } from './way-edge'

it('one dot stands for a round number of people, and the busiest step still fits', () => {
  expect(dotUnit(0)).toBe(1)
  expect(dotUnit(DOTS_MAX)).toBe(1)
  expect(dotUnit(DOTS_MAX + 1)).toBe(2)
  expect(dotUnit(10_000)).toBe(200)
  expect(10_000 / dotUnit(10_000)).toBeLessThanOrEqual(DOTS_MAX)
})

it('a way nobody took is a thread, and no way is wider than the busiest', () => {
  expect(ribbonWidth(0, 100)).toBeLessThan(ribbonWidth(1, 100))
  expect(ribbonWidth(100, 100)).toBe(30)
})
