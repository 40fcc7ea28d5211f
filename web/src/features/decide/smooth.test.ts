import { expect, test } from 'vitest'
import { smooth } from './smooth'

const points = [
  { value: 0, weight: 1 },
  { value: 4, weight: 3 },
  { value: 8, weight: 1 },
]

test('a point is averaged with its neighbours by their weight', () => {
  const smoothed = smooth(
    points,
    1,
    (point) => point.weight,
    (point) => point.value,
  )
  expect(smoothed).toEqual([3, 4, 5])
})

test('where nothing was counted the line stays at nought', () => {
  expect(
    smooth(
      [{ value: 4, weight: 0 }],
      2,
      (point) => point.weight,
      (point) => point.value,
    ),
  ).toEqual([0])
})
