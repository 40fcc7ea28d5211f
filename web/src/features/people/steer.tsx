import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import { announce } from '~/lib/announce'
import { useNow } from '~/lib/use-now'
import { Choice } from '~/ui/choice'
import { Modal } from '~/ui/modal'
import { useSteer } from './api'
import css from './steer.module.css'

const DAY_MILLIS = 86_400_000
const RESTS = ['7', '30', '90'] as const
const ENDINGS = ['declined', 'achieved', 'changedPurpose'] as const
const REASON_MAX = 200

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
  const rests = journey.state === 'held' || journey.state === 'paused'
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
        <Rest close={() => setAsks(undefined)} rest={(until) => did('hold', { until })} />
      )}
      {asks === 'end' && (
        <End
          name={journey.name}
          close={() => setAsks(undefined)}
          end={(body) => did('end', body)}
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
    <Modal label={t('person.steer.notNow')} onClose={close}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          rest(new Date(now + Number(days) * DAY_MILLIS).toISOString())
        }}
      >
        <h2>{t('person.steer.notNow')}</h2>
        <p>{t('person.steer.notNowHint')}</p>
        <Choice
          label={t('person.steer.howLong')}
          value={days}
          onChange={setDays}
          options={RESTS.map((value) => ({
            value,
            label: t('person.steer.days', { count: Number(value) }),
          }))}
        />
        <div className={css.buttons}>
          <Button variant="default" onClick={close}>
            {t('person.steer.cancel')}
          </Button>
          <Button type="submit">{t('person.steer.rest')}</Button>
        </div>
      </form>
    </Modal>
  )
}

function End({
  name,
  close,
  end,
}: {
  name: string
  close: () => void
  end: (body: { ending: string; reason?: string }) => void
}) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<(typeof ENDINGS)[number]>('declined')
  const [reason, setReason] = useState('')
  return (
    <Modal label={t('person.steer.no')} onClose={close}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          end({ ending, ...(reason.trim() && { reason: reason.trim() }) })
        }}
      >
        <h2>{t('person.steer.endOf', { name })}</h2>
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
        <div className={css.buttons}>
          <Button variant="default" onClick={close}>
            {t('person.steer.cancel')}
          </Button>
          <Button type="submit">{t('person.steer.end')}</Button>
        </div>
      </form>
    </Modal>
  )
}
