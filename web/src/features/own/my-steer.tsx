import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import { ENDINGS, isAtRest, REASON_MAX, type Ending } from '~/lib/steering'
import { Question } from '~/ui/question'
import { RestQuestion } from '~/ui/rest-question'
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
        <RestQuestion
          words={{
            title: t('own.way.notNow'),
            howLong: t('own.way.notNowAsk'),
            days: (count) => t('own.way.days', { count }),
            cancel: t('own.cancel'),
            rest: t('own.way.rest'),
          }}
          onClose={() => setAsks(undefined)}
          onRest={(until) => send('hold', { until })}
        />
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
