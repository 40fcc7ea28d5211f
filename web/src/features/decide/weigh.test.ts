import { expect, it } from 'vitest'
import type { DecisionViewSurvivor } from '~/lib/api-schemas'
import { scoreOf, weighed, type Weighing } from './weigh'

const survivor = (action: string, more: Partial<DecisionViewSurvivor>): DecisionViewSurvivor => ({
  action,
  name: action,
  class: 'neutral',
  p: 1,
  uncertainty: 0,
  c: 1,
  l: 1,
  vOrganisation: 1,
  vPerson: 1,
  score: 0,
  newcomer: false,
  ...more,
})
const half: Weighing = { a: 0.5, propensity: true, context: true, levers: true, value: true }

it('the published example comes out: chance 0.08, context 2, value 120, lever 1.55 make 29.76', () => {
  const one = survivor('x', { p: 0.08, c: 2, l: 1.55, vOrganisation: 120, vPerson: 1 })
  expect(scoreOf(one, { ...half, a: 1 })).toBeCloseTo(29.76, 6)
})

it('what is worth something to both goes before what is worth much to us alone', () => {
  const ours = survivor('ours', { vOrganisation: 100, vPerson: 4 })
  const both = survivor('both', { vOrganisation: 30, vPerson: 30 })
  expect(weighed([ours, both], half).map((each) => each.score)).toEqual([
    expect.closeTo(30, 9),
    expect.closeTo(20, 9),
  ])
})

it('no score lifts anything over what serves the person’s purpose', () => {
  const rich = survivor('rich', { vOrganisation: 1e6, vPerson: 1e6 })
  const serving = survivor('serving', { class: 'serves' })
  expect(weighed([rich, serving], half)[0]?.survivor.action).toBe('serving')
})
