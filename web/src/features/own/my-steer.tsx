import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import { useNow } from '~/lib/use-now'
import { Choice } from '~/ui/choice'
import { Modal } from '~/ui/modal'
import { useWish } from './api'
import css from './own.module.css'
import { Wrong } from './section'

const DAY_MILLIS = 86_400_000
const RESTS = ['7', '30', '90'] as const
const ENDINGS = ['declined', 'achieved', 'changedPurpose'] as const
const SAID = { declined: 'no', achieved: 'elsewhere', changedPurpose: 'changed' } as const
const REASON_MAX = 200
type Ending = (typeof ENDINGS)[number]

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
  const rests = journey.state === 'held' || journey.state === 'paused'
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
        <Rest close={() => setAsks(undefined)} rest={(until) => send('hold', { until })} />
      )}
      {asks && asks !== 'rest' && (
        <End
          name={journey.name}
          said={t(`own.way.${SAID[asks]}`)}
          close={() => setAsks(undefined)}
          end={(reason) => send('end', { ending: asks, ...(reason && { reason }) })}
        />
      )}
    </div>
  )
}

function Rest({ close, rest }: { close: () => void; rest: (until: string) => void }) {
  const { t } = useTranslation()
  const now = useNow()
  const [days, setDays] = useState<(typeof RESTS)[number]>('30')
  return (
    <Modal label={t('own.way.notNow')} onClose={close}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          rest(new Date(now + Number(days) * DAY_MILLIS).toISOString())
        }}
      >
        <h2>{t('own.way.notNow')}</h2>
        <Choice
          label={t('own.way.notNowAsk')}
          value={days}
          onChange={setDays}
          options={RESTS.map((value) => ({
            value,
            label: t('own.way.days', { count: Number(value) }),
          }))}
        />
        <Buttons close={close} go={t('own.way.rest')} />
      </form>
    </Modal>
  )
}

function End({
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
    <Modal label={said} onClose={close}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          end(reason.trim())
        }}
      >
        <h2>{said}</h2>
        <p>
          {t('own.way.endAsk', { name })} {t('own.way.endHint')}
        </p>
        <TextInput
          label={t('own.way.why')}
          value={reason}
          maxLength={REASON_MAX}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Buttons close={close} go={t('own.way.end')} />
      </form>
    </Modal>
  )
}

function Buttons({ close, go }: { close: () => void; go: string }) {
  const { t } = useTranslation()
  return (
    <div className={css.buttons}>
      <Button variant="default" onClick={close}>
        {t('own.cancel')}
      </Button>
      <Button type="submit">{go}</Button>
    </div>
  )
}
