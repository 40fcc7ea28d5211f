import { useTranslation } from 'react-i18next'
import type { VolumeVolume } from '~/lib/api-schemas'
import { formatMoment, formatNumber } from '~/lib/format'
import css from './balance.module.css'

/** What is taken of a limit across people, what shards hold ready, what is left, and until when. */
export function Balance({ balance }: { balance: VolumeVolume }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const width = (value: number) => `${(100 * value) / Math.max(1, balance.units)}%`
  return (
    <div className={css.balance}>
      <span className={css.bar} aria-hidden="true">
        <i style={{ inlineSize: width(balance.taken) }} />
        <i data-waiting style={{ inlineSize: width(balance.waiting) }} />
      </span>
      <p>
        {t('decide.often.balance', {
          taken: show(balance.taken),
          units: show(balance.units),
          waiting: show(balance.waiting),
          left: show(balance.left),
        })}
      </p>
      <p className={css.resets}>
        {t('decide.often.resets', { at: formatMoment(balance.resetsAt, i18n.language) })}
      </p>
    </div>
  )
}
