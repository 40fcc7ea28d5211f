import { useTranslation } from 'react-i18next'
import type { FinerModels } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Columns } from './columns'
import rules from './rules.module.css'
import { useCalled } from './use-called'
import { formatDecimal } from './words'

const DIGITS = 3

/** What is learnt of an action by channel, and by treatment there. */
export function FinerTable({ finer }: { finer: readonly FinerModels[] }) {
  const { t, i18n } = useTranslation()
  const called = useCalled()
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <table className={rules.table}>
      <Columns
        words={[t('decide.models.part'), t('decide.models.asked')]}
        numbers={[t('decide.models.outcomes'), t('decide.models.yes'), t('decide.models.logLoss')]}
      />
      <tbody>
        {finer.map((each) => (
          <tr key={`${each.channel}/${each.treatment ?? ''}`}>
            <td>{[called.channel(each.channel), each.treatment].filter(Boolean).join(' · ')}</td>
            <td>{each.speaks ? t('decide.models.speaks') : t('decide.models.listens')}</td>
            <td className={rules.number}>{show(each.responses)}</td>
            <td className={rules.number}>{show(each.positives)}</td>
            <td className={rules.number}>{formatDecimal(each.logLoss, i18n.language, DIGITS)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
