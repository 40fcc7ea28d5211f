import { expect, it } from 'vitest'
import type { CatalogueModel } from '~/lib/api-schemas'
import { overall, saved, standingOf } from './learned'

const model = (more: Partial<CatalogueModel>): CatalogueModel => ({
  action: 'a',
  name: 'A',
  group: 'g',
  responses: 100,
  positives: 20,
  refusals: 0,
  logLoss: 0.4,
  baselineLogLoss: 0.5,
  brier: 0,
  calibrationError: 0.02,
  alarms: 0,
  newcomer: false,
  version: 1,
  dimension: 3,
  impressions: 100,
  accepted: 20,
  ...more,
})

it('a model is judged beside always saying the average, and not before it has learnt', () => {
  expect(saved(model({}))).toBeCloseTo(0.2)
  expect(standingOf(model({}))).toBe('better')
  expect(standingOf(model({ logLoss: 0.6 }))).toBe('worse')
  expect(standingOf(model({ responses: 29 }))).toBe('young')
  expect(standingOf(model({ responses: 0 }))).toBe('empty')
})

it('together models count by their outcomes', () => {
  const all = overall([model({ logLoss: 0.2 }), model({ responses: 300, logLoss: 0.6 })])
  expect(all.responses).toBe(400)
  expect(all.logLoss).toBeCloseTo(0.5)
})
