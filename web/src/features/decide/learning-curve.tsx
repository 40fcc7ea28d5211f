import { useTranslation } from 'react-i18next'
import type { HistoryPoint } from '~/lib/api-schemas'
import { formatMoment, formatNumber } from '~/lib/format'
import chart from './chart.module.css'
import { heightOf, Plot, PLOT_WIDTH } from './plot'
import { scaleOf } from './scale'
import { smooth } from './smooth'
import { formatDecimal, percent } from './words'

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
  const scale = scaleOf([...models, ...average])
  const x = (at: number) => (PLOT_WIDTH * at) / (points.length - 1)
  const line = (values: readonly number[]) =>
    values.map((value, at) => `${x(at).toFixed(1)},${heightOf(scale, value).toFixed(1)}`)
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
      <Plot
        scale={scale}
        unit={t('decide.models.curveUnit')}
        show={(value) => formatDecimal(value, i18n.language, scale.digits)}
        label={t('decide.models.curveSays', {
          outcomes: formatNumber(total, i18n.language),
          yes: percent(yes / total, i18n.language),
          models: formatDecimal(models.at(-1) ?? 0, i18n.language, 3),
          average: formatDecimal(average.at(-1) ?? 0, i18n.language, 3),
        })}
      >
        <polyline points={line(average).join(' ')} className={chart.compared} />
        <polyline points={line(models).join(' ')} />
      </Plot>
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
