import { useTranslation } from 'react-i18next'
import type { ModelFairGroup, ModelFairness } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Columns } from './columns'
import css from './fairness.module.css'
import rules from './rules.module.css'
import { formatDecimal, percent } from './words'

const SHOWN = 8
const PERSON = /^person\./

/** How groups fared in what was decided so far, what was chosen most first. */
export function FairnessSeen({
  fairness,
  called,
}: {
  fairness: readonly ModelFairness[]
  called: (attribute: string) => string
}) {
  const { t, i18n } = useTranslation()
  const compared = fairness
    .filter((each) => each.groups.length > 1)
    .toSorted((a, b) => timesChosen(b) - timesChosen(a))
    .slice(0, SHOWN)
  if (compared.length === 0) return null
  return (
    <>
      <h3 className={css.seen}>{t('decide.fairness.seen')}</h3>
      <p className={rules.hint}>{t('decide.fairness.seenHint')}</p>
      <div className={css.scroll} tabIndex={0} role="region" aria-label={t('decide.fairness.seen')}>
        <table className={rules.table}>
          <Columns
            words={[t('decide.ranking.action'), t('decide.fairness.group')]}
            numbers={[
              t('decide.fairness.chosen'),
              t('decide.fairness.reached'),
              t('decide.fairness.overstated'),
              t('decide.fairness.ratio'),
            ]}
          />
          {compared.map((each) => (
            <tbody key={each.action + each.by}>
              {each.groups.map((group, at) => (
                <tr key={group.group}>
                  {at === 0 && (
                    <td rowSpan={each.groups.length}>
                      {each.name}{' '}
                      <small className={css.by}>{called(each.by.replace(PERSON, ''))}</small>
                    </td>
                  )}
                  <td>{group.group}</td>
                  <Figures group={group} />
                  {at === 0 && (
                    <td rowSpan={each.groups.length} className={rules.number}>
                      <span className={css.ratio} data-alert={each.alert}>
                        {formatDecimal(each.ratio, i18n.language, 2)}
                      </span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}

const timesChosen = (each: ModelFairness) =>
  each.groups.reduce((sum, group) => sum + group.weighed * group.chosen, 0)

const POINTS = 100

/** What is not known yet, as nobody was asked, is a dash. */
function Figures({ group }: { group: ModelFairGroup }) {
  const { t, i18n } = useTranslation()
  const points = Math.round((group.overstated ?? 0) * POINTS)
  return (
    <>
      <td className={rules.number}>{percent(group.chosen, i18n.language)}</td>
      <td className={rules.number}>
        {group.reached === undefined ? '–' : percent(group.reached, i18n.language, 0)}
      </td>
      <td className={rules.number}>
        {group.overstated === undefined
          ? '–'
          : points === 0
            ? t('decide.fairness.asItCame')
            : t(points > 0 ? 'decide.fairness.tooHigh' : 'decide.fairness.tooLow', {
                points: formatNumber(Math.abs(points), i18n.language),
              })}
      </td>
    </>
  )
}
