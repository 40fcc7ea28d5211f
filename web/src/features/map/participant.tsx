import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOf } from './board-store'
import { CardPanel } from './card-panel'
import { useCountdown } from './countdown'
import css from './join-page.module.css'
import { MoveDialog } from './move-dialog'
import { Outline } from './outline'
import { ParkForm, VoteList, WriteForm } from './participant-forms'
import { RoundBar } from './round-bar'
import { useBoard, useHere } from './ui-store'
import { useWholePaste } from './use-paste'
import { useRound } from './use-round'
import { say, words } from './wire'

/** The map as a participant's phone has it: one big thing to do at a time, and all of it to read. */
export function Participant() {
  const { t } = useTranslation()
  const { ui } = useHere()
  const title = useBoard(titleOf)
  const me = useBoard((view) => view.me)
  const waiting = useBoard((view) => view.waiting)
  const line = useBoard((view) => view.line)
  const reading = useBoard((view) => view.reading)
  const looks = useBoard((view) => view.role === 'viewer')
  const left = useCountdown(reading.workshop ? say(reading.workshop, 'timerEnds') : '')
  const wholePaste = useWholePaste()
  useEffect(() => {
    // The map is read as a list here, and its cards are changed in it.
    ui.set({ outline: true })
    return () => ui.set({ outline: false })
  }, [ui])
  const activity = reading.activities.find(
    ({ id }) => reading.workshop && id === say(reading.workshop, 'activity'),
  )
  const round = useRound()
  const mine = [...reading.cells.values()].flat().filter((card) => say(card, 'author') === me)
  return (
    <main className={css.page} onPasteCapture={wholePaste}>
      <header className={css.head}>
        <h1>{title}</h1>
        {activity && <p>{say(activity, 'name')}</p>}
        {left !== undefined && !round && (
          <strong className={css.timer} role="timer" aria-label={t('map.workshop.left')}>
            {left}
          </strong>
        )}
      </header>
      <RoundBar />
      {looks ? (
        <p>{t('map.join.looking')}</p>
      ) : round ? (
        <VoteList />
      ) : (
        <>
          <WriteForm />
          <ParkForm />
        </>
      )}
      {mine.length > 0 && (
        <section className={css.mine}>
          <h2>{t('map.join.mine', { count: mine.length })}</h2>
          <ul>
            {mine.map((card) => (
              <li key={card.id}>{words(card)}</li>
            ))}
          </ul>
        </section>
      )}
      <WholeMap key={String(looks)} open={looks} />
      <p role="status">
        {t(`map.state.${line === 'open' ? (waiting > 0 ? 'saving' : 'saved') : 'offline'}`)}
      </p>
      <CardPanel />
      <MoveDialog />
    </main>
  )
}

function WholeMap({ open }: { open: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(open)
  return (
    <details
      className={css.whole}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('map.join.whole')}</summary>
      {isOpen && <Outline />}
    </details>
  )
}
