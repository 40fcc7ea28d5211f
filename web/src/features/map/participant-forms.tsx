import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveDot, ownDots, takeDot } from './dots'
import { addCards, kindIn, mayWrite, wordsMax } from './gestures'
import { useHalfTyped } from './half-typed'
import css from './join-page.module.css'
import { laneName } from './lane-name'
import { parkedOp } from './parking'
import { useBoard, useHere } from './ui-store'
import { useRound } from './use-round'
import { say, words } from './wire'

/** Writing a note into a lane at a step: the step is the one everybody was brought to, until another is chosen. */
export function WriteForm() {
  const { t } = useTranslation()
  const { store } = useHere()
  const reading = useBoard((view) => view.reading)
  const role = useBoard((view) => view.role)
  const gathered = useBoard(({ reading: now, doc }) => {
    const card = doc.live.get(now.workshop ? say(now.workshop, 'gather') : '')
    return card ? say(card, 'column') : ''
  })
  const [lane, setLane] = useState('lane-thinking')
  const [chosen, setChosen] = useState({ at: '', since: '' })
  const [text, setText] = useHalfTyped('note')
  const lanes = reading.lanes.filter(
    (each) => mayWrite(role, each) && say(each, 'role') !== 'feeling' && kindIn(each) === 'note',
  )
  // The lane that was chosen may be locked or taken away meanwhile.
  const into = lanes.some(({ id }) => id === lane) ? lane : (lanes[0]?.id ?? '')
  const column =
    (chosen.since === gathered && chosen.at) || gathered || reading.columns[0]?.id || ''
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || !column) return
        const { ops } = addCards(store.view().reading, { lane: into, column }, [text.trim()], '')
        if (ops.length === 0) return
        store.act(t('map.did.add'), ops)
        setText('')
      }}
    >
      <label>
        {t('map.lane')}
        <select value={into} onChange={(event) => setLane(event.target.value)}>
          {lanes.map((each) => (
            <option key={each.id} value={each.id}>
              {laneName(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('map.step')}
        <select
          value={column}
          onChange={(event) => setChosen({ at: event.target.value, since: gathered })}
        >
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
          maxLength={wordsMax('note')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button type="submit" size="lg" disabled={text.trim() === '' || into === ''}>
        {t('map.join.add')}
      </Button>
    </form>
  )
}

/** What does not belong here now goes to the parking lot. */
export function ParkForm() {
  const { t } = useTranslation()
  const { store } = useHere()
  const [text, setText] = useHalfTyped('parked')
  const [isThere, setThere] = useState(false)
  return (
    <form
      className={css.park}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        store.act(t('map.did.park'), [parkedOp(store.view().reading, text.trim())])
        setText('')
        setThere(true)
      }}
    >
      <label htmlFor="park">{t('map.join.park')}</label>
      <input
        id="park"
        value={text}
        maxLength={wordsMax('note')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''}>
        {t('map.parking.put')}
      </Button>
      <span role="status">{isThere && t('map.join.parked')}</span>
    </form>
  )
}

/** Giving dots to moments and ideas, with a button of its own for each way. */
export function VoteList() {
  const { t } = useTranslation()
  const { store } = useHere()
  const reading = useBoard((view) => view.reading)
  const round = useRound()
  if (!round) return null
  const targets = [...reading.cells.values()]
    .flat()
    .filter(({ kind }) => kind === 'moment' || kind === 'idea')
  if (targets.length === 0) return <p>{t('map.votes.nothing')}</p>
  return (
    <section className={css.form} aria-label={t('map.votes.title')}>
      <ul className={css.targets}>
        {targets.map((card) => {
          const own = ownDots(store.view(), card.id).length
          return (
            <li key={card.id}>
              <span>{words(card)}</span>
              {own > 0 && (
                <Button
                  variant="default"
                  disabled={!round.isOpen}
                  aria-label={`${t('map.takeDot')}: ${words(card)}`}
                  onClick={() => takeDot(store, card.id, t('map.did.vote'))}
                >
                  −
                </Button>
              )}
              <strong>{own}</strong>
              <Button
                disabled={!round.isOpen || round.left === 0}
                aria-label={`${t('map.giveDot')}: ${words(card)}`}
                onClick={() => giveDot(store, card.id, t('map.did.vote'))}
              >
                +
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
