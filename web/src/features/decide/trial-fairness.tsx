import { useTranslation } from 'react-i18next'
import type { TrialViewFairAction, TrialViewFairness } from '~/lib/api-schemas'
import { Columns } from './columns'
import css from './draft-trial.module.css'
import fair from './fairness.module.css'
import rules from './rules.module.css'
import { Groups } from './trial-segments'
import { formatDecimal, percent } from './words'

const SHOWN = 6

/** Whether groups that no model looks at would fare alike, beside how they fare now. */
export function TrialFairness({ fairness }: { fairness: readonly TrialViewFairness[] }) {
  const { t } = useTranslation()
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.fairness.title')}</h2>
      <p className={rules.hint}>{t('decide.trial.fairHint')}</p>
      {fairness.length === 0 && <p className={rules.none}>{t('decide.trial.noFairness')}</p>}
      {fairness.map((each) => (
        <div key={each.by} className={css.attribute}>
          {each.groups.length === 0 ? (
            <p className={rules.none}>{t('decide.trial.tooFew', { by: each.by })}</p>
          ) : (
            <Groups
              what={each.by}
              groups={each.groups.map((one) => ({ name: one.group, shift: one.shift }))}
            />
          )}
          {each.actions.length > 0 && <Actions actions={each.actions} />}
        </div>
      ))}
    </section>
  )
}

function Actions({ actions }: { actions: readonly TrialViewFairAction[] }) {
  const { t, i18n } = useTranslation()
  return (
    <table className={rules.table}>
      <Columns
        words={[t('decide.ranking.action'), t('decide.trial.reaches')]}
        numbers={[t('decide.fairness.ratio')]}
      />
      <tbody>
        {actions.slice(0, SHOWN).map((action) => (
          <tr key={action.action}>
            <td>{action.name}</td>
            <td>
              <ul className={css.shares}>
                {action.shares.map((one) => (
                  <li key={one.group}>
                    <span>{one.group}</span>
                    {percent(one.now, i18n.language)} → {percent(one.then, i18n.language)}
                  </li>
                ))}
              </ul>
            </td>
            <td className={rules.number}>
              <span className={fair.ratio} data-alert={action.alertNow}>
                {formatDecimal(action.ratioNow, i18n.language, 2)}
              </span>{' '}
              →{' '}
              <span className={fair.ratio} data-alert={action.alertThen}>
                {formatDecimal(action.ratioThen, i18n.language, 2)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
