import { useTranslation } from 'react-i18next'
import type { HistoryPoint } from '~/lib/api-schemas'
import { formatMoment, formatNumber } from '~/lib/format'
import css from './learning-curve.module.css'
import { percent } from './words'

const WIDTH = 900
const HEIGHT = 200
const POINTS_MIN = 3

/** Neighbours smoothed by how many outcomes each stretch holds. */
function smooth(points: readonly HistoryPoint[], of: (point: HistoryPoint) => number): number[] {
  const reach = Math.max(1, Math.round(points.length / 16))
  return points.map((_, at) => {
    const near = points.slice(Math.max(0, at - reach), at + reach + 1)
    const weight = near.reduce((sum, point) => sum + point.responses, 0)
    return near.reduce((sum, point) => sum + of(point) * point.responses, 0) / weight
  })
}

/** How surprised the models were by what people did, beside the average, as it was learnt. */
export function LearningCurve({ points }: { points: readonly HistoryPoint[] }) {
  const { t, i18n } = useTranslation()
  if (points.length < POINTS_MIN) return null
  const models = smooth(points, (point) => point.logLoss)
  const average = smooth(points, (point) => point.baselineLogLoss)
  const most = Math.max(...models, ...average, 1e-6) * 1.08
  const x = (at: number) => (WIDTH * at) / (points.length - 1)
  const line = (values: readonly number[]) =>
    values.map((value, at) => `${x(at).toFixed(1)},${(HEIGHT * (1 - value / most)).toFixed(1)}`)
  const first = points[0]
  const last = points.at(-1)
  const total = points.reduce((sum, point) => sum + point.responses, 0)
  const yes = points.reduce((sum, point) => sum + point.positives, 0)
  return (
    <figure className={css.curve}>
      <figcaption>
        <h2 className="serif">{t('decide.models.curve')}</h2>
        <p>{t('decide.models.curveHint')}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('decide.models.curveSays', {
          outcomes: formatNumber(total, i18n.language),
          yes: percent(yes / total, i18n.language),
          models: (models.at(-1) ?? 0).toFixed(3),
          average: (average.at(-1) ?? 0).toFixed(3),
        })}
      >
        <polyline points={line(average).join(' ')} className={css.average} />
        <polyline points={line(models).join(' ')} className={css.models} />
      </svg>
      <p className={css.legend}>
        <span>{first && formatMoment(first.at, i18n.language)}</span>
        <span>
          <i className={css.modelsKey} /> {t('decide.models.theModels')}
          <i className={css.averageKey} /> {t('decide.models.theAverage')}
        </span>
        <span>{last && formatMoment(last.at, i18n.language)}</span>
      </p>
    </figure>
  )
}
