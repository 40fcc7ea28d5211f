import { useTranslation } from 'react-i18next'
import type { TrialViewSegment, TrialViewShift } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Columns } from './columns'
import css from './draft-trial.module.css'
import rules from './rules.module.css'
import { figures, percent } from './words'

/** Who gains and who loses, by segment. */
export function TrialSegments({
  segments,
  areTold,
}: {
  segments: readonly TrialViewSegment[]
  areTold: boolean
}) {
  const { t } = useTranslation()
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.trial.segments')}</h2>
      {segments.length === 0 ? (
        <p className={rules.none}>
          {t(areTold ? 'decide.trial.noSegments' : 'decide.trial.segmentsLater')}
        </p>
      ) : (
        <Groups
          what={t('decide.trial.segment')}
          groups={segments.map((each) => ({ name: each.name, shift: each.shift }))}
        />
      )}
    </section>
  )
}

/** Groups of people, one line each. */
export function Groups({
  what,
  groups,
}: {
  what: string
  groups: readonly { name: string; shift: TrialViewShift }[]
}) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={what}>
      <table className={rules.table}>
        <Columns
          words={[what]}
          numbers={[
            t('decide.trial.people'),
            t('decide.trial.gainShort'),
            t('decide.trial.loseShort'),
            t('decide.trial.silence'),
            t('decide.trial.worthEach'),
          ]}
        />
        <tbody>
          {groups.map(({ name, shift }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className={rules.number}>{show(shift.people)}</td>
              <td className={rules.number}>{show(shift.gain)}</td>
              <td className={rules.number}>{show(shift.lose)}</td>
              <td className={rules.number}>
                {percent(shift.silentNow / shift.people, i18n.language, 0)} →{' '}
                {percent(shift.silentThen / shift.people, i18n.language, 0)}
              </td>
              <td className={rules.number}>
                {figures(shift.valueNow, i18n.language)} → {figures(shift.valueThen, i18n.language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
