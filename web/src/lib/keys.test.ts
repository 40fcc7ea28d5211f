import { expect, it } from 'vitest'
import { pressName } from './keys'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  pressName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

it('Ctrl and Cmd are the same key to us, and a letter is itself whatever its case', () => {
  expect(press('k', { ctrlKey: true })).toBe('mod+k')
  expect(press('K', { metaKey: true })).toBe('mod+k')
  expect(press('?')).toBe('?')
  expect(press('ArrowUp', { altKey: true })).toBe('alt+ArrowUp')
})
