import { expect, it } from 'vitest'
import { preferred } from './i18n'

it('a reader who prefers German gets German, whatever else they read', () => {
  expect(preferred(['de-AT', 'de', 'en-US', 'en'])).toBe('de')
  expect(preferred(['fr', 'de', 'en'])).toBe('de')
  expect(preferred(['en-GB', 'de'])).toBe('en')
  expect(preferred(['fr'])).toBe('en')
})
