import { expect, it } from 'vitest'
import { withShare } from './drafts-api'

it('the share of the organisation is put where it stands, or first', () => {
  expect(withShare('unit: 1\na: 0.4\narms: {}\n', 0.2)).toBe('unit: 1\na: 0.2\narms: {}\n')
  expect(withShare('', 0.2)).toBe('a: 0.2\n')
})
