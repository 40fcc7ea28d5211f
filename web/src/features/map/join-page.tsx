import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { sent } from '~/lib/form'
import { CairnMark } from '~/ui/cairn-mark'
import { Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { join } from './api'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { addCards } from './gestures'
import css from './join-page.module.css'
import { useBoard, useHere } from './ui-store'
import { freshId, say, words } from './wire'
import { useCountdown } from './workshop-bar'

const NAME_MAX = 60

/** Coming on to a map by a code, and taking part from a phone. */
export default function JoinPage({ code = '' }: { code?: string }) {
  const { t } = useTranslation()
  const [board, setBoard] = useState<string>()
  const [wrong, setWrong] = useState('')
  useTitle(t('map.join.title'))
  if (board)
    return (
      <BoardFrame id={board} guest>
        <Participant />
      </BoardFrame>
    )
  const send = async (form: FormData) => {
    try {
      const joined = await join(String(form.get('code')), String(form.get('name')))
      setBoard(joined.board)
    } catch (failure) {
      setWrong(failure instanceof Error ? failure.message : String(failure))
    }
  }
  return (
    <main className={css.page}>
      <span className={css.mark}>
        <CairnMark />
      </span>
      <h1>{t('map.join.title')}</h1>
      <form onSubmit={sent((form) => void send(form))} className={css.form}>
        <TextInput
          name="code"
          label={t('map.join.code')}
          defaultValue={code}
          required
          withAsterisk={false}
          size="lg"
          autoComplete="off"
          autoCapitalize="characters"
        />
        <TextInput
          name="name"
          label={t('map.join.name')}
          required
          withAsterisk={false}
          size="lg"
          maxLength={NAME_MAX}
        />
        {wrong && (
          <p className={css.wrong} role="alert">
            {wrong}
          </p>
        )}
        <Button type="submit" size="lg">
          {t('map.join.go')}
        </Button>
      </form>
      <Link href="/">{t('app.toHome')}</Link>
    </main>
  )
}

/** The board as a participant's phone has it: one big thing to do at a time. */
function Participant() {
  const { t } = useTranslation()
  const { store } = useHere()
  const joined = useBoard((view) => view.joined)
  const title = useBoard(titleOf)
  const me = useBoard((view) => view.me)
  const waiting = useBoard((view) => view.waiting)
  const line = useBoard((view) => view.line)
  const reading = useBoard((view) => view.reading)
  const refusal = useBoard((view) => view.refusal)
  const looks = useBoard((view) => view.role === 'viewer')
  const [lane, setLane] = useState('lane-thinking')
  const [column, setColumn] = useState('')
  const [text, setText] = useState('')
  const left = useCountdown(reading.workshop ? say(reading.workshop, 'timerEnds') : '')
  if (!joined) return <Loading rows={4} />
  const activity = reading.activities.find(
    ({ id }) => reading.workshop && id === say(reading.workshop, 'activity'),
  )
  const voting = reading.workshop?.['voting'] === true
  const all = [...reading.votes.values()].flat().filter((vote) => say(vote, 'author') === me)
  const dots = Number(reading.workshop?.['dots'] ?? 0) - all.length
  const at = column || reading.columns[0]?.id || ''
  const cards = [...reading.cells.values()].flat()
  const mine = cards.filter((card) => say(card, 'author') === me)
  const targets = cards.filter(({ kind }) => kind === 'moment' || kind === 'idea')
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{title}</h1>
        {activity && <p>{say(activity, 'name')}</p>}
        {left !== undefined && <strong className={css.timer}>{left}</strong>}
      </header>
      {refusal && (
        <p className={css.wrong} role="alert">
          {refusal.message}
        </p>
      )}
      {looks ? (
        <p>{t('map.join.looking')}</p>
      ) : voting ? (
        <section className={css.form} aria-label={t('map.workshop.voting')}>
          <p>{t('map.dotsLeft', { count: dots })}</p>
          <ul className={css.targets}>
            {targets.map((card) => {
              const own = (reading.votes.get(card.id) ?? []).filter(
                (vote) => say(vote, 'author') === me,
              )
              return (
                <li key={card.id}>
                  <span>{words(card)}</span>
                  {own.length > 0 && (
                    <Button
                      variant="default"
                      aria-label={`${t('map.takeDot')}: ${words(card)}`}
                      onClick={() => store.act('', [{ op: 'del', id: own[0]!.id }])}
                    >
                      −
                    </Button>
                  )}
                  <strong>{own.length}</strong>
                  <Button
                    disabled={dots <= 0}
                    aria-label={`${t('map.giveDot')}: ${words(card)}`}
                    onClick={() =>
                      store.act('', [
                        {
                          op: 'put',
                          element: { kind: 'vote', id: freshId('v'), target: card.id },
                        },
                      ])
                    }
                  >
                    +
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '' || !at) return
            const { ops } = addCards(reading, { lane, column: at }, [text.trim()], '')
            store.act(t('map.did.add'), ops)
            setText('')
          }}
        >
          <label>
            {t('map.lane')}
            <select value={lane} onChange={(event) => setLane(event.target.value)}>
              {reading.lanes
                .filter(
                  (each) =>
                    each['locked'] !== true &&
                    !['feeling', 'channel', 'moments', 'ideas'].includes(say(each, 'role')),
                )
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {say(each, 'name')}
                  </option>
                ))}
            </select>
          </label>
          <label>
            {t('map.step')}
            <select value={at} onChange={(event) => setColumn(event.target.value)}>
              {reading.columns.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('map.text')}
            <textarea
              rows={4}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <Button type="submit" size="lg" disabled={text.trim() === ''}>
            {t('map.join.add')}
          </Button>
        </form>
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
      <p role="status">
        {t(`map.state.${line === 'open' ? (waiting > 0 ? 'saving' : 'saved') : 'offline'}`)}
      </p>
    </main>
  )
}
