import { expect, it } from 'vitest'
import type { Journey } from '~/lib/api-types'
import { withTaken } from './taken'

const step = (id: string) => ({
  id,
  name: id,
  stage: 'look',
  kind: 'waitFor' as const,
  description: '',
})

const journey: Journey = {
  id: 'first-home',
  name: 'First home',
  description: '',
  purpose: '',
  version: 1,
  versions: [1],
  stages: [{ id: 'look', name: 'Look', description: '' }],
  steps: [step('visit'), step('talk')],
  transitions: [{ from: 'visit', to: 'talk', kind: 'event' }],
  endings: [],
  beginnings: [],
}

it('a way that people took is drawn although none is planned there', () => {
  const { transitions } = withTaken(journey, ['visit>talk', 'talk>visit'])

  expect(transitions.map(({ from, to }) => `${from}>${to}`)).toEqual(['visit>talk', 'talk>visit'])
})

it('a way to a step that is no more, or to where one stands, is not drawn', () => {
  expect(withTaken(journey, ['visit>gone', 'talk>talk'])).toBe(journey)
})
