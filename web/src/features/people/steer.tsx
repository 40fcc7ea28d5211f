import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import { announce } from '~/lib/announce'
import { ENDINGS, isAtRest, REASON_MAX, type Ending } from '~/lib/steering'
import { Choice } from '~/ui/choice'
import { Question } from '~/ui/question'
import { RestQuestion } from '~/ui/rest-question'
import { useSteer } from './api'
import css from './steer.module.css'

/** What the person said about a journey, written down for them: not now, no, go on, open it again. */
export function Steer({ person, journey }: { person: string; journey: JourneyUnderWay }) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState<'rest' | 'end'>()
  const steer = useSteer(person, journey.instance)
  const did = (deed: 'hold' | 'end' | 'resume' | 'reopen', body?: object) =>
    steer.mutate(
      { deed, body },
      {
        onSuccess: () => {
          setAsks(undefined)
          announce(t('person.steer.done'))
        },
      },
    )
  const button = (label: string, run: () => void) => (
    <Button size="xs" variant="default" disabled={steer.isPending} onClick={run}>
      {label}
    </Button>
  )
  const rests = isAtRest(journey)
  return (
    <div className={css.steer}>
      {journey.ending ? (
        button(t('person.steer.reopen'), () => did('reopen'))
      ) : (
        <>
          {rests
            ? button(t('person.steer.resume'), () => did('resume'))
            : button(t('person.steer.notNow'), () => setAsks('rest'))}
          {button(t('person.steer.no'), () => setAsks('end'))}
        </>
      )}
      {steer.isError && (
        <p role="alert" className={css.wrong}>
          {steer.error.message}
        </p>
      )}
      {asks === 'rest' && (
        <RestQuestion
          words={{
            title: t('person.steer.notNow'),
            hint: t('person.steer.notNowHint'),
            howLong: t('person.steer.howLong'),
            days: (count) => t('person.steer.days', { count }),
            cancel: t('person.steer.cancel'),
            rest: t('person.steer.rest'),
          }}
          onClose={() => setAsks(undefined)}
          onRest={(until) => did('hold', { until })}
        />
      )}
      {asks === 'end' && (
        <EndQuestion
          name={journey.name}
          close={() => setAsks(undefined)}
          end={(body) => did('end', body)}
        />
      )}
    </div>
  )
}

function EndQuestion({
  name,
  close,
  end,
}: {
  name: string
  close: () => void
  end: (body: { ending: Ending; reason?: string }) => void
}) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Ending>('declined')
  const [reason, setReason] = useState('')
  return (
    <Question
      label={t('person.steer.no')}
      title={t('person.steer.endOf', { name })}
      cancel={t('person.steer.cancel')}
      answer={t('person.steer.end')}
      onClose={close}
      onAnswer={() => end({ ending, ...(reason.trim() && { reason: reason.trim() }) })}
    >
      <p>{t('person.steer.endHint')}</p>
      <Choice
        label={t('person.steer.said')}
        value={ending}
        onChange={setEnding}
        options={ENDINGS.map((value) => ({ value, label: t(`person.steer.endings.${value}`) }))}
      />
      <TextInput
        label={t('person.steer.why')}
        value={reason}
        maxLength={REASON_MAX}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Question>
  )
}
