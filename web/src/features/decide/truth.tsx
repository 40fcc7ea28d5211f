import { useTranslation } from 'react-i18next'
import type { TruthDay } from '~/lib/api-schemas'
import { formatDate, formatNumber } from '~/lib/format'
import { useTruth } from './api'
import css from './truth.module.css'
import { percent } from './words'

const WIDTH = 900
const HEIGHT = 200
const DAYS_MIN = 4

function smooth(days: readonly TruthDay[], of: (day: TruthDay) => number): number[] {
  const reach = Math.max(2, Math.round(days.length / 14))
  return days.map((_, at) => {
    const near = days.slice(Math.max(0, at - reach), at + reach + 1)
    const weight = near.reduce((sum, day) => sum + day.decisions, 0)
    return near.reduce((sum, day) => sum + of(day) * day.decisions, 0) / Math.max(1, weight)
  })
}

/** What only a world of simulated people can know: how near each day's decisions came to the best. */
export function TruthCurve() {
  const { t, i18n } = useTranslation()
  const truth = useTruth().data
  const days = truth?.days.filter((day) => day.decisions > 0) ?? []
  if (!truth || days.length < DAYS_MIN) return null
  const share = smooth(days, (day) => day.share)
  const chance = smooth(days, (day) => day.chanceShare)
  const x = (at: number) => (WIDTH * at) / (days.length - 1)
  const points = (values: readonly number[]) =>
    values.map((value, at) => `${x(at).toFixed(1)},${(HEIGHT * (1 - value)).toFixed(1)}`)
  const missed = `${points(share).join(' ')} ${WIDTH},0 0,0`
  const asPercent = (value: number) => percent(value, i18n.language, 0)
  const first = days[0]
  const last = days.at(-1)
  return (
    <figure className={css.truth}>
      <figcaption>
        <h2 className="serif">
          {t('decide.truth.title', {
            from: asPercent(share[0] ?? 0),
            to: asPercent(share.at(-1) ?? 0),
          })}
        </h2>
        <p>{t('decide.truth.hint')}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('decide.truth.says', {
          from: asPercent(share[0] ?? 0),
          to: asPercent(share.at(-1) ?? 0),
          chance: asPercent(chance.at(-1) ?? 0),
        })}
      >
        <polygon points={missed} />
        <polyline points={points(chance).join(' ')} className={css.chance} />
        <polyline points={points(share).join(' ')} className={css.share} />
      </svg>
      <p className={css.legend}>
        <span>{first && formatDate(first.day, i18n.language)}</span>
        <span>
          <i /> {t('decide.truth.decided')} <i className={css.chanceKey} />{' '}
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
