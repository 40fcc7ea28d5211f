import { expect, it } from 'vitest'
import { scaleOf } from './scale'

it('an axis has round numbers and holds every value', () => {
  const scale = scaleOf([0.512, 0.634, 0.55])

  expect(scale.ticks).toEqual([0.5, 0.55, 0.6, 0.65])
  expect(scale.digits).toBe(2)
})

it('values that are all alike still have an axis around them', () => {
  const { from, to } = scaleOf([0.3, 0.3])

  expect(from).toBeLessThanOrEqual(0.3)
  expect(to).toBeGreaterThan(from)
  expect(scaleOf([0]).to).toBeGreaterThan(0)
})

it('whole numbers need no digits after the point', () => {
  const scale = scaleOf([0, 78])

  expect(scale.ticks).toEqual([0, 20, 40, 60, 80])
  expect(scale.digits).toBe(0)
})
