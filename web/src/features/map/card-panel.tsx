import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { announce } from '~/lib/announce'
import { Choice } from '~/ui/choice'
import { Icon } from '~/ui/icon'
import { Answers } from './answers'
import { lead, writeCase } from './api'
import css from './card-panel.module.css'
import { CardVotes } from './card-votes'
import { Comments } from './comments'
import { mayChange } from './gestures'
import { useBoard, useHere, useUi } from './ui-store'
import { useDraft } from './use-draft'
import { list, say, words, type Element, type Value } from './wire'

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
  const reading = useBoard((view) => view.reading)
  const mayMap = role === 'facilitator' || role === 'mapper'
  const isOpen = useBoard((view) => mayChange(view, card))
  const set = (fields: Record<string, Value>) =>
    store.act(t('map.did.change'), [{ op: 'set', id: card.id, fields }])
  const longer = { moment: 'why', idea: 'description' }[card.kind]
  const source = useDraft(card, 'source', t('map.did.change'))
  const long = useDraft(card, longer ?? 'why', t('map.did.change'))
  const teams = list(card, 'teams')
  // In the outline the words stand open already.
  const isDrawn = useUi((state) => !state.outline)
  const heading = useRef<HTMLHeadingElement>(null)
  const wanted = useUi((state) => state.into === 'details')
  useEffect(() => {
    if (!wanted) return
    heading.current?.focus()
    ui.set({ into: undefined })
  }, [wanted, ui])
  const leave = () => ui.set({ selected: undefined, focusOn: card.id })
  return (
    <aside
      className={css.panel}
      aria-label={t('map.details')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <header className={css.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t(`map.kinds.${card.kind as 'note' | 'touchpoint' | 'moment' | 'idea'}`)}
        </h2>
        <button type="button" className={css.close} aria-label={t('map.close')} onClick={leave}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <p className={css.words}>{words(card)}</p>
      {isOpen && (
        <div className={css.row}>
          {isDrawn && (
            <Button size="xs" variant="default" onClick={() => ui.set({ editing: card.id })}>
              {t('map.edit')}
            </Button>
          )}
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
      <CardVotes card={card} />
      {isOpen && card['evidence'] !== undefined && (
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
      {isOpen && longer && (
        <label className={css.label}>
          {t(longer === 'why' ? 'map.why' : 'map.description')}
          <textarea {...long} rows={4} maxLength={2000} />
        </label>
      )}
      {isOpen && card.kind === 'idea' && <Answers idea={card} />}
      {isOpen && card['teams'] !== undefined && reading.teams.length > 0 && (
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
          onClick={() =>
            void lead(store.id, 'gather', { place: card.id }).catch((failure: Error) =>
              store.refuse(failure.message),
            )
          }
        >
          {t('map.gather')}
        </Button>
      )}
      {card.kind === 'moment' && mayMap && (
        <Button
          size="sm"
          onClick={() =>
            void writeCase(store.id, card.id)
              .then(({ id }) => go(`/maps/${store.id}/case/${id}`))
              .catch((failure: Error) => store.refuse(failure.message))
          }
        >
          {t('map.writeCase')}
        </Button>
      )}
      <Comments card={card} />
    </aside>
  )
}
