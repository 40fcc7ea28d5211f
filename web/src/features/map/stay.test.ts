import { expect, it } from 'vitest'
import { stayOf } from './stay'

it('a step that people pass before they notice is passed at once', () => {
  expect(stayOf(0, 0)).toBe('atOnce')
  expect(stayOf(0.4, 0.4)).toBe('atOnce')
  expect(stayOf(1, 5)).toBe('atOnce')
  expect(stayOf(1, 6)).toBe('mostlyAtOnce')
  expect(stayOf(6, 6)).toBe('stay')
  expect(stayOf(60, 3600)).toBe('stay')
})
