import { useTranslation } from 'react-i18next'
import type { Drivers } from '~/lib/api-schemas'
import { Columns } from './columns'
import rules from './rules.module.css'
import { formatDecimal, percent } from './words'

const SHOWN = 8
const NEXT_TO_NOTHING = 0.005

/** What moved the chance of one thing that was chosen, beside somebody average. */
export function DriversPart({ driver }: { driver: Drivers }) {
  const { t, i18n } = useTranslation()
  const parts = driver.parts
    .filter((each) => Math.abs(each.contribution) > NEXT_TO_NOTHING)
    .slice(0, SHOWN)
  return (
    <section>
      <h2>{t('decide.drivers.title', { name: driver.name })}</h2>
      <p className={rules.hint}>
        {t('decide.drivers.hint', {
          average: percent(1 / (1 + Math.exp(-driver.base)), i18n.language),
        })}{' '}
        {!driver.asThen && t('decide.drivers.notThen')}
      </p>
      {parts.length === 0 ? (
        <p className={rules.none}>{t('decide.drivers.nothing')}</p>
      ) : (
        <table className={rules.table}>
          <Columns
            words={[t('decide.models.feature'), t('decide.drivers.value')]}
            numbers={[t('decide.models.times')]}
          />
          <tbody>
            {parts.map((each) => (
              <tr key={each.predictor}>
                <td>{each.predictorName}</td>
                <td>{each.valueName || each.value}</td>
                <td className={rules.number}>
                  ×{formatDecimal(Math.exp(each.contribution), i18n.language, 2)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
