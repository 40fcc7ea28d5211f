import { expect, it } from 'vitest'
import type { ModelBrief } from '~/lib/api-schemas'
import { overall, saved, standingOf, together } from './learned'

const card = (logLoss: number) => ({ logLoss, brier: 0, auc: 0.6, calibrationError: 0.01 })
const NO_CONTEST = { outcomes: 0, model: card(0), naiveBayes: card(0), baseRate: card(0) }

const model = (more: Partial<ModelBrief>): ModelBrief => ({
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
  lastAlarm: 0,
  newcomer: false,
  version: 1,
  dimension: 3,
  impressions: 100,
  accepted: 20,
  contest: NO_CONTEST,
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

it('a model that has no outcome has no say in how all did beside simpler ways', () => {
  const contest = (outcomes: number, bayes: number) => ({
    outcomes,
    model: card(0.4),
    naiveBayes: card(bayes),
    baseRate: card(0.5),
  })
  const all = together([
    model({ contest: contest(100, 0.4) }),
    model({ contest: contest(300, 0.6) }),
    model({}),
  ])
  expect(all.outcomes).toBe(400)
  expect(all.naiveBayes.logLoss).toBeCloseTo(0.55)
  expect(together([model({})]).outcomes).toBe(0)
})
