import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { announce } from '~/lib/announce'
import { Choice } from '~/ui/choice'
import { Icon } from '~/ui/icon'
import { lead, writeCase } from './api'
import css from './card-panel.module.css'
import { useBoard, useHere, useUi } from './ui-store'
import { useDraft } from './use-draft'
import { freshId, list, say, words, type Element, type Value } from './wire'

/** All there is to know and to do about the card that is chosen. */
export function CardPanel() {
  const id = useUi((ui) => ui.selected)
  const card = useBoard(({ doc }) => (id ? doc.live.get(id) : undefined))
  const reading = useUi((ui) => ui.editing)
  if (!card || reading) return null
  return <Details key={card.id} card={card} />
}

function Details({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const [, go] = useLocation()
  const role = useBoard((view) => view.role)
  const me = useBoard((view) => view.me)
  const reading = useBoard((view) => view.reading)
  const mayChange =
    role === 'facilitator' || role === 'mapper' || (role === 'guest' && say(card, 'author') === me)
  const set = (fields: Record<string, Value>) =>
    store.act(t('map.did.change'), [{ op: 'set', id: card.id, fields }])
  const longer = { moment: 'why', idea: 'description' }[card.kind]
  const source = useDraft(card, 'source', t('map.did.change'))
  const long = useDraft(card, longer ?? 'why', t('map.did.change'))
  const teams = list(card, 'teams')
  return (
    <aside className={css.panel} aria-label={t('map.details')}>
      <header className={css.head}>
        <h2>{t(`map.kinds.${card.kind as 'note' | 'touchpoint' | 'moment' | 'idea'}`)}</h2>
        <button
          type="button"
          className={css.close}
          aria-label={t('map.close')}
          onClick={() => ui.set({ selected: undefined, focusOn: card.id })}
        >
          <Icon name="close" size={16} />
        </button>
      </header>
      <p className={css.words}>{words(card)}</p>
      {mayChange && (
        <div className={css.row}>
          <Button size="xs" variant="default" onClick={() => ui.set({ editing: card.id })}>
            {t('map.edit')}
          </Button>
          <Button size="xs" variant="default" onClick={() => ui.set({ moving: card.id })}>
            {t('map.moveTo')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              store.act(t('map.did.delete'), [{ op: 'del', id: card.id }])
              ui.set({ selected: undefined })
              announce(t('map.deleted'))
            }}
          >
            {t('map.delete')}
          </Button>
        </div>
      )}
      <Votes card={card} />
      {mayChange && card['evidence'] !== undefined && (
        <>
          <Choice
            label={t('map.howKnown')}
            value={say(card, 'evidence')}
            onChange={(evidence) => set({ evidence })}
            options={(['guess', 'said', 'measured'] as const).map((value) => ({
              value,
              label: t(`map.evidence.${value}`),
            }))}
          />
          <TextInput
            {...source}
            label={t('map.source')}
            placeholder={t('map.sourceHint')}
            maxLength={500}
            size="sm"
          />
        </>
      )}
      {mayChange && longer && (
        <label className={css.label}>
          {t(longer === 'why' ? 'map.why' : 'map.description')}
          <textarea {...long} rows={4} maxLength={2000} />
        </label>
      )}
      {mayChange && card['teams'] !== undefined && reading.teams.length > 0 && (
        <fieldset className={css.teams}>
          <legend>{t('map.teams')}</legend>
          {reading.teams.map((team) => (
            <label key={team.id}>
              <input
                type="checkbox"
                checked={teams.includes(team.id)}
                onChange={(event) =>
                  set({
                    teams: event.target.checked
                      ? [...teams, team.id]
                      : teams.filter((id) => id !== team.id),
                  })
                }
              />
              {say(team, 'name')}
            </label>
          ))}
        </fieldset>
      )}
      {role === 'facilitator' && (
        <Button
          size="xs"
          variant="default"
          onClick={() => void lead(store.id, 'gather', { place: card.id })}
        >
          {t('map.gather')}
        </Button>
      )}
      {card.kind === 'moment' && mayChange && (
        <Button
          size="sm"
          onClick={() =>
            void writeCase(store.id, card.id).then(({ id }) => go(`/maps/${store.id}/case/${id}`))
          }
        >
          {t('map.writeCase')}
        </Button>
      )}
      <Comments card={card} />
    </aside>
  )
}

function Votes({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const workshop = useBoard(({ reading }) => reading.workshop)
  const votes = useBoard(({ reading }) => reading.votes)
  const me = useBoard((view) => view.me)
  const mine = (votes.get(card.id) ?? []).filter((vote) => say(vote, 'author') === me)
  const all = [...votes.values()].flat().filter((vote) => say(vote, 'author') === me).length
  const left = Number(workshop?.['dots'] ?? 0) - all
  if (workshop?.['voting'] !== true) return null
  return (
    <div className={css.votes}>
      <Button
        size="sm"
        disabled={left <= 0}
        onClick={() =>
          store.act(t('map.did.vote'), [
            { op: 'put', element: { kind: 'vote', id: freshId('v'), target: card.id } },
          ])
        }
      >
        {t('map.giveDot')}
      </Button>
      {mine.length > 0 && (
        <Button
          size="sm"
          variant="default"
          onClick={() => store.act(t('map.did.vote'), [{ op: 'del', id: mine[0]!.id }])}
        >
          {t('map.takeDot')}
        </Button>
      )}
      <span>{t('map.dotsLeft', { count: left })}</span>
    </div>
  )
}

const NO_COMMENTS: readonly Element[] = []

function Comments({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const [text, setText] = useState('')
  const comments = useBoard(({ reading }) => reading.comments.get(card.id) ?? NO_COMMENTS)
  const mayComment = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const open = comments.filter((comment) => comment['resolved'] !== true)
  return (
    <section className={css.comments}>
      <h3>{t('map.comments')}</h3>
      <ul>
        {open.map((comment) => (
          <li key={comment.id}>
            <p>{say(comment, 'text')}</p>
            {mayComment && (
              <button
                type="button"
                onClick={() =>
                  store.act(t('map.did.comment'), [
                    { op: 'set', id: comment.id, fields: { resolved: true } },
                  ])
                }
              >
                {t('map.settle')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayComment && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '') return
            store.act(t('map.did.comment'), [
              {
                op: 'put',
                element: { kind: 'comment', id: freshId('c'), target: card.id, text: text.trim() },
              },
            ])
            setText('')
          }}
        >
          <TextInput
            size="sm"
            aria-label={t('map.comment')}
            placeholder={t('map.comment')}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
        </form>
      )}
    </section>
  )
}
