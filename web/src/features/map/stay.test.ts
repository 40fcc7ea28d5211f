import { expect, it } from 'vitest'
import { stayOf } from './stay'

it('a step that people pass within the same second is passed at once', () => {
  expect(stayOf(0, 0)).toBe('atOnce')
  expect(stayOf(0.4, 0.4)).toBe('atOnce')
  expect(stayOf(0, 1)).toBe('mostlyAtOnce')
  expect(stayOf(1, 1)).toBe('stay')
  expect(stayOf(60, 3600)).toBe('stay')
})
