import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '~/lib/server-time'
import { Modal } from '~/ui/modal'
import dialogs from './dialogs.module.css'
import { useBoard, useHere } from './ui-store'
import type { Op, Value } from './wire'

/** A round of dots: how many each, whether names show, whether counts show before the end, how long. */
export function VoteDialog() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const workshop = useBoard(({ reading }) => reading.workshop)
  const [dots, setDots] = useState(Number(workshop?.['dots'] ?? 5))
  const [anonymous, setAnonymous] = useState(true)
  const [hidden, setHidden] = useState(false)
  const [minutes, setMinutes] = useState(3)
  const close = () => ui.set({ overlay: undefined })
  const begin = () => {
    const fields: Record<string, Value> = {
      voting: true,
      round: Number(workshop?.['round'] ?? 0) + 1,
      dots,
      anonymousVotes: anonymous,
      hiddenVotes: hidden,
      votingEnds: minutes > 0 ? new Date(serverNow() + minutes * 60_000).toISOString() : '',
    }
    const op: Op = workshop
      ? { op: 'set', id: 'workshop', fields }
      : { op: 'put', element: { kind: 'workshop', id: 'workshop', ...fields } }
    store.act(t('map.did.workshop'), [op])
    close()
  }
  const number = (
    label: string,
    value: number,
    max: number,
    set: (value: number) => void,
    min: number,
  ) => (
    <label>
      {label}
      <input
        type="number"
        min={min}
        max={max}
        value={value}
        onChange={(event) => set(Math.max(min, Math.min(max, Number(event.target.value))))}
      />
    </label>
  )
  const check = (label: string, value: boolean, set: (value: boolean) => void) => (
    <label className={dialogs.check}>
      <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  )
  return (
    <Modal label={t('map.votes.title')} onClose={close}>
      <form
        className={dialogs.form}
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
      >
        <h2>{t('map.votes.title')}</h2>
        <p className={dialogs.hint}>{t('map.votes.hint')}</p>
        {number(t('map.votes.dots'), dots, 99, setDots, 1)}
        {number(t('map.votes.minutes'), minutes, 60, setMinutes, 0)}
        {check(t('map.votes.anonymous'), anonymous, setAnonymous)}
        {check(t('map.votes.hidden'), hidden, setHidden)}
        <div className={dialogs.buttons}>
          <Button variant="default" onClick={close}>
            {t('map.cancel')}
          </Button>
          <Button type="submit">{t('map.votes.begin')}</Button>
        </div>
      </form>
    </Modal>
  )
}
