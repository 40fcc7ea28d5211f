import { useTranslation } from 'react-i18next'
import type { ArmRate, ArmList } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { useArms } from './api'
import css from './arms-page.module.css'
import { Room } from './rooms'
import rules from './rules.module.css'
import { armName, armSentence, percent } from './words'

const PER_MILLE = 1000

/** What deciding in full brings beside each way of deciding with less. */
export default function ArmsPage() {
  const { t } = useTranslation()
  const arms = useArms()
  return (
    <Room title={t('decide.arms.title')} lead={t('decide.arms.lead')}>
      {arms.isPending ? (
        <Loading rows={7} />
      ) : arms.isLoadingError ? (
        <Failed error={arms.error} again={() => void arms.refetch()} />
      ) : (
        <>
          <Compared arms={arms.data} />
          <section className={rules.part}>
            <h2 className="serif">{t('decide.arms.fairTitle')}</h2>
            <p className={rules.hint}>{t('decide.arms.fair')}</p>
          </section>
        </>
      )}
    </Room>
  )
}

function Compared({ arms }: { arms: ArmList }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const most = Math.max(
    ...arms.arms.filter((arm) => arm.impressions > 0).map((arm) => arm.high),
    0.01,
  )
  return (
    <section className={rules.part}>
      <p className={css.share}>
        {arms.perMille > 0
          ? t('decide.arms.share', { share: percent(arms.perMille / PER_MILLE, i18n.language) })
          : t('decide.arms.off')}
      </p>
      <ul className={css.arms}>
        {arms.arms.map((arm) => (
          <li key={arm.arm} data-full={arm.arm === 'full'}>
            <div className={css.words}>
              <h2>{armName(arm.arm, t)}</h2>
              <p>{armSentence(arm.arm, arm.sentence, t)}</p>
            </div>
            <div className={css.rate}>
              <Interval arm={arm} most={most} />
              <p>
                {arm.impressions === 0
                  ? t('decide.arms.nobody')
                  : t('decide.arms.rate', {
                      rate: percent(arm.rate, i18n.language),
                      accepted: show(arm.accepted),
                      impressions: show(arm.impressions),
                    })}
              </p>
            </div>
            <Lift arm={arm} />
          </li>
        ))}
      </ul>
      <p className={css.note}>{t('decide.arms.note')}</p>
    </section>
  )
}

function Interval({ arm, most }: { arm: ArmRate; most: number }) {
  const at = (rate: number) => `${(100 * Math.min(rate, most)) / most}%`
  if (arm.impressions === 0) return <span className={css.interval} />
  return (
    <span className={css.interval}>
      <i
        style={{
          insetInlineStart: at(Math.max(0, arm.low)),
          inlineSize: `calc(${at(arm.high)} - ${at(Math.max(0, arm.low))})`,
        }}
      />
      <b style={{ insetInlineStart: at(arm.rate) }} />
    </span>
  )
}

function Lift({ arm }: { arm: ArmRate }) {
  const { t, i18n } = useTranslation()
  if (arm.arm === 'full') return <p className={css.lift}>{t('decide.arms.measure')}</p>
  if (arm.lift === undefined) return <p className={css.lift}>{t('decide.arms.tooFew')}</p>
  const signed = (value: number) => `${value > 0 ? '+' : ''}${percent(value, i18n.language, 0)}`
  return (
    <p className={css.lift} data-sure={arm.significant}>
      <b>{signed(arm.lift)}</b> ±{percent(arm.plusMinus ?? 0, i18n.language, 0)}
      <small>
        {!arm.significant
          ? t('decide.arms.byChance')
          : arm.lift > 0
            ? t('decide.arms.brings')
            : t('decide.arms.costs')}
      </small>
    </p>
  )
}
