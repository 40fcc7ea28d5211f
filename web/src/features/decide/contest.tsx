import { useTranslation } from 'react-i18next'
import type { Contest } from '~/lib/api-schemas'
import { Columns } from './columns'
import css from './contest.module.css'
import rules from './rules.module.css'
import { formatDecimal, percent } from './words'

const DIGITS = 3

/** A model beside naive Bayes and the base rate, judged on the same outcomes. */
export function ContestTable({ contest }: { contest: Contest }) {
  const { t, i18n } = useTranslation()
  const rivals = [
    ['model', contest.model],
    ['naiveBayes', contest.naiveBayes],
    ['baseRate', contest.baseRate],
  ] as const
  const least = Math.min(...rivals.map(([, card]) => card.logLoss))
  return (
    <table className={`${rules.table} ${css.contest}`}>
      <Columns
        words={[t('decide.models.way')]}
        numbers={[t('decide.models.logLoss'), t('decide.models.auc'), t('decide.models.off')]}
      />
      <tbody>
        {rivals.map(([name, card]) => (
          <tr key={name} data-best={card.logLoss === least}>
            <td>{t(`decide.models.ways.${name}`)}</td>
            <td className={rules.number}>{formatDecimal(card.logLoss, i18n.language, DIGITS)}</td>
            <td className={rules.number}>{formatDecimal(card.auc, i18n.language, DIGITS)}</td>
            <td className={rules.number}>±{percent(card.calibrationError, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
