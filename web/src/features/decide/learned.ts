import type { ModelBrief, Contest } from '~/lib/api-schemas'

/** Below so many outcomes a model has hardly begun. */
const YOUNG = 30

/** How a model does beside always saying the average. */
export type Standing = 'empty' | 'young' | 'better' | 'even' | 'worse'

const EVEN = 0.005

/** The share of the average's loss that the model saves; below 0 it does worse. */
export function saved(model: Pick<ModelBrief, 'logLoss' | 'baselineLogLoss'>): number {
  return model.baselineLogLoss === 0 ? 0 : 1 - model.logLoss / model.baselineLogLoss
}

export function standingOf(model: ModelBrief): Standing {
  if (model.responses === 0) return 'empty'
  if (model.responses < YOUNG) return 'young'
  const better = saved(model)
  return better > EVEN ? 'better' : better < -EVEN ? 'worse' : 'even'
}

export interface Overall {
  responses: number
  positives: number
  logLoss: number
  baselineLogLoss: number
  calibrationError: number
  learning: number
  alarms: number
}

/** All models together, each counting by its outcomes. */
export function overall(models: readonly ModelBrief[]): Overall {
  const sum = (of: (model: ModelBrief) => number) =>
    models.reduce((total, model) => total + of(model), 0)
  const responses = sum((model) => model.responses)
  const mean = (of: (model: ModelBrief) => number) =>
    responses === 0 ? 0 : sum((model) => of(model) * model.responses) / responses
  return {
    responses,
    positives: sum((model) => model.positives),
    logLoss: mean((model) => model.logLoss),
    baselineLogLoss: mean((model) => model.baselineLogLoss),
    calibrationError: mean((model) => model.calibrationError),
    learning: models.filter((model) => model.responses > 0).length,
    alarms: sum((model) => model.alarms),
  }
}

/** All models together beside their rivals, weighed by outcomes. */
export function together(models: readonly Pick<ModelBrief, 'contest'>[]): Contest {
  const outcomes = models.reduce((sum, { contest }) => sum + contest.outcomes, 0)
  const mean = (of: (contest: Contest) => number) =>
    models.reduce((sum, { contest }) => sum + of(contest) * contest.outcomes, 0) /
    Math.max(1, outcomes)
  const card = (way: 'model' | 'naiveBayes' | 'baseRate') => ({
    logLoss: mean((contest) => contest[way].logLoss),
    brier: mean((contest) => contest[way].brier),
    auc: mean((contest) => contest[way].auc),
    calibrationError: mean((contest) => contest[way].calibrationError),
  })
  return {
    outcomes,
    model: card('model'),
    naiveBayes: card('naiveBayes'),
    baseRate: card('baseRate'),
  }
}
