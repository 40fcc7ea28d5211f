import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TrialTrial } from '~/lib/api-schemas'
import { formatAgo, formatNumber } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Progress } from '~/ui/progress'
import css from './draft-trial.module.css'
import { isUnderWay, useCancelTrial } from './trials-api'
import { useCalled } from './use-called'

const STATES = ['running', 'done', 'cancelled', 'failed'] as const

/** One trial of a draft: how far it is, and a way to end it. */
export function TrialCard({
  trial,
  isShown,
  onShow,
}: {
  trial: TrialTrial
  isShown: boolean
  onShow: () => void
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const called = useCalled()
  const cancel = useCancelTrial(trial)
  const state = STATES.find((each) => each === trial.state) ?? 'running'
  const show = (value: number) => formatNumber(Math.round(value), i18n.language)
  const far = t('decide.trial.far', { people: show(trial.people), of: show(trial.of) })
  return (
    <li className={css.trial} data-shown={isShown}>
      <button type="button" aria-pressed={isShown} onClick={onShow}>
        <b>
          {called.channel(trial.channel)},{' '}
          {trial.everyone
            ? t('decide.trial.everyone')
            : t('decide.trial.upTo', { people: show(trial.of) })}
        </b>
        <span>
          {t(`decide.trial.states.${state}`)} · {formatAgo(trial.begun, now, i18n.language)}
        </span>
      </button>
      <Progress
        label={t('decide.trial.progress')}
        words={far}
        value={trial.people}
        max={Math.max(1, trial.of)}
      />
      <p>
        {far}
        {' · '}
        {t('decide.trial.pace', { people: show(trial.peoplePerSecond) })}
      </p>
      {isUnderWay(trial) && (
        <Button variant="default" size="xs" onClick={() => cancel.mutate()}>
          {t('decide.trial.cancel')}
        </Button>
      )}
      {cancel.isError && <p role="alert">{cancel.error.message}</p>}
    </li>
  )
}
