import { useTranslation } from 'react-i18next'
import type { TruthDay } from '~/lib/api-schemas'
import { formatDate, formatNumber } from '~/lib/format'
import { useTruth } from './api'
import chart from './chart.module.css'
import { heightOf, Plot, PLOT_WIDTH } from './plot'
import type { Scale } from './scale'
import css from './truth.module.css'
import { smooth } from './smooth'
import { percent } from './words'

/** Shares of the best possible: from nothing to all of it. */
const SCALE: Scale = { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], digits: 2 }
const DAYS_MIN = 4

/** What only a world of simulated people can know: how near each day's decisions came to the best. */
export function TruthCurve() {
  const { t, i18n } = useTranslation()
  const truth = useTruth().data
  const days = truth?.days.filter((day) => day.decisions > 0) ?? []
  if (!truth || days.length < DAYS_MIN) return null
  const reach = Math.max(2, Math.round(days.length / 14))
  const smoothed = (of: (day: TruthDay) => number) =>
    smooth(days, reach, (day) => day.decisions, of)
  const share = smoothed((day) => day.share)
  const chance = smoothed((day) => day.chanceShare)
  const x = (at: number) => (PLOT_WIDTH * at) / (days.length - 1)
  const points = (values: readonly number[]) =>
    values.map((value, at) => `${x(at).toFixed(1)},${heightOf(SCALE, value).toFixed(1)}`)
  const missed = `${points(share).join(' ')} ${PLOT_WIDTH},0 0,0`
  const asPercent = (value: number) => percent(value, i18n.language, 0)
  const first = days[0]
  const last = days.at(-1)
  return (
    <figure className={chart.chart}>
      <figcaption>
        <h2 className="serif">
          {t('decide.truth.title', {
            from: asPercent(share[0] ?? 0),
            to: asPercent(share.at(-1) ?? 0),
          })}
        </h2>
        <p>{t('decide.truth.hint')}</p>
      </figcaption>
      <Plot
        scale={SCALE}
        unit={t('decide.truth.unit')}
        show={asPercent}
        label={t('decide.truth.says', {
          from: asPercent(share[0] ?? 0),
          to: asPercent(share.at(-1) ?? 0),
          chance: asPercent(chance.at(-1) ?? 0),
        })}
      >
        <polygon points={missed} className={css.missed} />
        <polyline points={points(chance).join(' ')} className={chart.compared} />
        <polyline points={points(share).join(' ')} />
      </Plot>
      <p className={chart.legend}>
        <span>{first && formatDate(first.day, i18n.language)}</span>
        <span>
          <i /> {t('decide.truth.decided')} <i className={chart.comparedKey} />{' '}
          {t('decide.truth.byChance')} <i className={css.missedKey} />{' '}
          {t('decide.truth.missed', {
            decisions: formatNumber(truth.decisions, i18n.language),
          })}
        </span>
        <span>{last && formatDate(last.day, i18n.language)}</span>
      </p>
    </figure>
  )
}
