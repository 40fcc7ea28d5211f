import { useTranslation } from 'react-i18next'
import type { HistoryPoint } from '~/lib/api-schemas'
import { formatMoment, formatNumber } from '~/lib/format'
import chart from './chart.module.css'
import css from './learning-curve.module.css'
import { smooth } from './smooth'
import { percent } from './words'

const WIDTH = 900
const HEIGHT = 200
const POINTS_MIN = 3

/** How surprised the models were by what people did, beside the average, as it was learnt. */
export function LearningCurve({
  points,
  hint,
}: {
  points: readonly HistoryPoint[]
  hint?: string
}) {
  const { t, i18n } = useTranslation()
  if (points.length < POINTS_MIN) return null
  const reach = Math.max(1, Math.round(points.length / 16))
  const smoothed = (of: (point: HistoryPoint) => number) =>
    smooth(points, reach, (point) => point.responses, of)
  const models = smoothed((point) => point.logLoss)
  const average = smoothed((point) => point.baselineLogLoss)
  const most = Math.max(...models, ...average, 1e-6) * 1.08
  const x = (at: number) => (WIDTH * at) / (points.length - 1)
  const line = (values: readonly number[]) =>
    values.map((value, at) => `${x(at).toFixed(1)},${(HEIGHT * (1 - value / most)).toFixed(1)}`)
  const first = points[0]
  const last = points.at(-1)
  const total = points.reduce((sum, point) => sum + point.responses, 0)
  const yes = points.reduce((sum, point) => sum + point.positives, 0)
  return (
    <figure className={chart.chart}>
      <figcaption>
        <h2 className="serif">{t('decide.models.curve')}</h2>
        <p>{hint ?? t('decide.models.curveHint')}</p>
      </figcaption>
      <svg
        className={css.plot}
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
        <polyline points={line(average).join(' ')} className={chart.compared} />
        <polyline points={line(models).join(' ')} />
      </svg>
      <p className={chart.legend}>
        <span>{first && formatMoment(first.at, i18n.language)}</span>
        <span>
          <i /> {t('decide.models.theModels')}
          <i className={chart.comparedKey} /> {t('decide.models.theAverage')}
        </span>
        <span>{last && formatMoment(last.at, i18n.language)}</span>
      </p>
    </figure>
  )
}
