import { expect, it } from 'vitest'
import type { DecisionView } from '~/lib/api-schemas'
import { fatesOf, takenOut } from './fate'
import { chanceBetween, percent, spanInWords } from './words'

const view: DecisionView = {
  at: '2026-11-21T12:00:00Z',
  person: 'ada',
  channel: 'web',
  channelName: 'App',
  placements: ['tile'],
  arm: 'full',
  armSentence: '',
  items: [
    {
      placement: 'tile',
      placementName: 'First tile',
      action: 'talk',
      name: 'Talk',
      treatment: 'talk-web',
      content: {},
      reasons: { short: '', sentences: [], influence: 'plain' },
      explored: false,
      exploration: 'none',
      parts: [],
    },
  ],
  funnel: [
    {
      stage: 'eligibility',
      entered: 3,
      dropped: 1,
      components: [{ id: 'adults', sentence: 'This is for adults.', owner: 'Law', count: 1 }],
    },
  ],
  survivors: ['talk', 'save'].map((action) => ({
    action,
    name: action,
    class: 'serves',
    p: 0.1,
    uncertainty: 1,
    c: 1,
    l: 1,
    vOrganisation: 1,
    vPerson: 1,
    score: 1,
    newcomer: false,
  })),
  dropped: [
    {
      action: 'loan',
      name: 'Loan',
      stage: 'eligibility',
      component: 'adults',
      sentence: 'This is for adults.',
      owner: 'Law',
    },
  ],
  counterfactuals: [],
  blueprint: 1,
}

it('every action has one fate: shown, weighed, or taken out by a rule', () => {
  const fates = fatesOf(view)

  expect(fates.get('talk')).toEqual({ kind: 'shown', place: 1, placement: 'First tile' })
  expect(fates.get('save')).toEqual({ kind: 'weighed', place: 2 })
  expect(fates.get('loan')).toMatchObject({ kind: 'dropped', component: 'adults', owner: 'Law' })
  expect(takenOut(view).get('adults')).toBe(1)
})

it('a window is said in the largest whole unit', () => {
  expect(spanInWords('PT336H', 'en')).toBe('14 days')
  expect(spanInWords('PT5M', 'de')).toBe('5 Minuten')
  expect(spanInWords('now and then', 'en')).toBe('now and then')
})

it('a chance that is unsure lies between two others, never outside 0 and 1', () => {
  const [low, high] = chanceBetween(0.5, 1)
  expect(low).toBeCloseTo(0.1235, 3)
  expect(high).toBeCloseTo(0.8765, 3)
  expect(chanceBetween(0, 9)[0]).toBeGreaterThanOrEqual(0)
})

it('a chance that is small is not said to be none', () => {
  expect(percent(0.0831, 'en')).toBe('8.3%')
  expect(percent(0.0001, 'en')).toBe('< 0.1%')
  expect(percent(0, 'en')).toBe('0%')
})
