import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import {
  ENDINGS,
  isAtRest,
  REASON_MAX,
  restUntil,
  RESTS,
  type Ending,
  type Rest,
} from '~/lib/steering'
import { useNow } from '~/lib/use-now'
import { Choice } from '~/ui/choice'
import { Question } from '~/ui/question'
import { useWish } from './api'
import css from './own.module.css'
import { Wrong } from './section'

const SAID = { declined: 'no', achieved: 'elsewhere', changedPurpose: 'changed' } as const

/** What a person can do with a journey of theirs; every way out is as large as the way on. */
export function MySteer({ journey }: { journey: JourneyUnderWay }) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState<'rest' | Ending>()
  const wish = useWish(t('own.saved'))
  const send = (deed: string, says?: object) =>
    wish.mutate(
      {
        to: `journeys/${encodeURIComponent(journey.instance)}/${deed}`,
        ...(says && { says }),
      },
      { onSuccess: () => setAsks(undefined) },
    )
  const button = (label: string, run: () => void) => (
    <Button variant="default" disabled={wish.isPending} onClick={run}>
      {label}
    </Button>
  )
  const rests = isAtRest(journey)
  return (
    <div className={css.can} role="group" aria-label={t('own.way.can')}>
      <h4>{t('own.way.can')}</h4>
      {journey.ending ? (
        button(t('own.way.reopen'), () => send('reopen'))
      ) : (
        <>
          {rests
            ? button(t('own.way.resume'), () => send('resume'))
            : button(t('own.way.notNow'), () => setAsks('rest'))}
          {!rests && button(t('own.way.pause'), () => send('pause'))}
          {ENDINGS.map((ending) => (
            <span key={ending}>{button(t(`own.way.${SAID[ending]}`), () => setAsks(ending))}</span>
          ))}
        </>
      )}
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
      {asks === 'rest' && (
        <RestQuestion close={() => setAsks(undefined)} rest={(until) => send('hold', { until })} />
      )}
      {asks && asks !== 'rest' && (
        <EndQuestion
          name={journey.name}
          said={t(`own.way.${SAID[asks]}`)}
          close={() => setAsks(undefined)}
          end={(reason) => send('end', { ending: asks, ...(reason && { reason }) })}
        />
      )}
    </div>
  )
}

function RestQuestion({ close, rest }: { close: () => void; rest: (until: string) => void }) {
  const { t } = useTranslation()
  const now = useNow()
  const [days, setDays] = useState<Rest>('30')
  return (
    <Question
      label={t('own.way.notNow')}
      cancel={t('own.cancel')}
      answer={t('own.way.rest')}
      onClose={close}
      onAnswer={() => rest(restUntil(now, days))}
    >
      <Choice
        label={t('own.way.notNowAsk')}
        value={days}
        onChange={setDays}
        options={RESTS.map((value) => ({
          value,
          label: t('own.way.days', { count: Number(value) }),
        }))}
      />
    </Question>
  )
}

function EndQuestion({
  name,
  said,
  close,
  end,
}: {
  name: string
  said: string
  close: () => void
  end: (reason: string) => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <Question
      label={said}
      cancel={t('own.cancel')}
      answer={t('own.way.end')}
      onClose={close}
      onAnswer={() => end(reason.trim())}
    >
      <p>
        {t('own.way.endAsk', { name })} {t('own.way.endHint')}
      </p>
      <TextInput
        label={t('own.way.why')}
        value={reason}
        maxLength={REASON_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Question>
  )
}
