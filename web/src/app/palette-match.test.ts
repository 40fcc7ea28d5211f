import { expect, it } from 'vitest'
import type { Action } from '~/lib/actions'
import { bestMatches } from './palette-match'

const action = (label: string, words?: string): Action => ({
  id: label,
  label,
  group: 'Go to',
  ...(words && { words }),
  run: () => undefined,
})

it('a word that begins as typed comes before letters in the middle', () => {
  const found = bestMatches(
    [action('Show people'), action('Peace'), action('Xpeak'), action('Home')],
    'pe',
  )

  expect(found.map((each) => each.label)).toEqual(['Peace', 'Show people', 'Xpeak'])
})

it('accents and case do not matter, and other words lead there too', () => {
  expect(bestMatches([action('Élan')], 'ela')).toHaveLength(1)
  expect(bestMatches([action('Switch light and dark', 'theme')], 'THEME')).toHaveLength(1)
})
