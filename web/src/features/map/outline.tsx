import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import { Icon } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import { Add } from './arrange-dialog'
import { addCards, moveCard, setFeeling, setText } from './gestures'
import css from './outline.module.css'
import { cellKey, pointId, type Column } from './reading'
import { useBoard, useHere, useUi } from './ui-store'
import { say, words, WORDS, type Element } from './wire'

/** The whole map as one list to read and work through: everything the table can do, without dragging. */
export function Outline() {
  const { t } = useTranslation()
  const stages = useBoard(({ reading }) => reading.stages)
  return (
    <div className={css.outline} role="region" aria-label={t('map.outline.label')} tabIndex={0}>
      {stages.map((span) => (
        <section
          key={span.stage.id}
          className={css.stage}
          style={{ ['--tone' as string]: stageColor(span.index, stages.length) }}
          aria-label={say(span.stage, 'name')}
        >
          <h2>{say(span.stage, 'name')}</h2>
          {span.columns.map((column) => (
            <Step key={column.id} column={column} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Step({ column }: { column: Column }) {
  const { t } = useTranslation()
  const lanes = useBoard(({ reading }) => reading.lanes)
  const [open, setOpen] = useState(false)
  return (
    <details
      className={css.step}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{column.step ? column.name : t('map.wholeStage')}</h3>
        <Count column={column} />
      </summary>
      {open && (
        <div className={css.lanes}>
          {lanes.map((lane) =>
            say(lane, 'role') === 'feeling' ? (
              <Feelings key={lane.id} lane={lane} column={column} />
            ) : (
              <Cell key={lane.id} lane={lane} column={column} />
            ),
          )}
        </div>
      )}
    </details>
  )
}

function Count({ column }: { column: Column }) {
  const { t } = useTranslation()
  const count = useBoard(({ reading }) =>
    reading.lanes.reduce(
      (sum, lane) => sum + (reading.cells.get(cellKey(lane.id, column.id))?.length ?? 0),
      0,
    ),
  )
  return <span>{t('map.cardsCount', { count })}</span>
}

const NONE: readonly Element[] = []

function Cell({ lane, column }: { lane: Element; column: Column }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const name = say(lane, 'name')
  const cards = useBoard(({ reading }) => reading.cells.get(cellKey(lane.id, column.id)) ?? NONE)
  const mayWrite = useBoard(
    ({ role }) =>
      role === 'facilitator' ||
      ((role === 'mapper' || role === 'guest') && lane['locked'] !== true),
  )
  if (cards.length === 0 && !mayWrite) return null
  return (
    <section className={css.lane} aria-label={t('map.cell', { lane: name, column: column.name })}>
      <h4>{name}</h4>
      <ul>
        {cards.map((card, at) => (
          <Line key={card.id} card={card} at={at} count={cards.length} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && (
        <Add
          label={t('map.addTo', { lane: name, column: column.name })}
          add={(text) =>
            store.act(
              t('map.did.add'),
              addCards(
                store.view().reading,
                { lane: lane.id, column: column.id },
                [text],
                ui.get().persona,
              ).ops,
            )
          }
        />
      )}
    </section>
  )
}

function Line({
  card,
  at,
  count,
  mayWrite,
}: {
  card: Element
  at: number
  count: number
  mayWrite: boolean
}) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const field = WORDS[card.kind]!
  const text = words(card)
  const find = useUi((state) => state.find)
  const hit = find !== '' && text.toLowerCase().includes(find.toLowerCase())
  const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
  const move = (index: number) =>
    store.act(t('map.did.move'), moveCard(store.view().reading, card, spot, index))
  return (
    <li className={css.line} data-hit={hit || undefined}>
      {mayWrite ? (
        <textarea
          key={text}
          rows={1}
          defaultValue={text}
          aria-label={t('map.text')}
          maxLength={card.kind === 'note' ? 2000 : 160}
          onBlur={(event) => {
            const typed = event.target.value.trim()
            if (typed !== '') store.act(t('map.did.write'), setText(card, field, typed))
            else event.target.value = text
          }}
        />
      ) : (
        <p>{text}</p>
      )}
      {say(card, 'evidence') && (
        <small>{t(`map.evidence.${say(card, 'evidence') as 'guess' | 'said' | 'measured'}`)}</small>
      )}
      {mayWrite && (
        <span className={css.tools}>
          <button
            type="button"
            aria-label={t('map.arrange.up', { name: text })}
            disabled={at === 0}
            onClick={() => move(at - 1)}
          >
            <Icon name="up" size={15} />
          </button>
          <button
            type="button"
            aria-label={t('map.arrange.down', { name: text })}
            disabled={at === count - 1}
            onClick={() => move(at + 1)}
          >
            <span className={css.down}>
              <Icon name="up" size={15} />
            </span>
          </button>
          <button type="button" onClick={() => ui.set({ moving: card.id })}>
            {t('map.moveTo')}
          </button>
          <button type="button" onClick={() => ui.set({ selected: card.id })}>
            {t('map.details')}
          </button>
          <button
            type="button"
            onClick={() => {
              store.act(t('map.did.delete'), [{ op: 'del', id: card.id }])
              announce(t('map.deleted'))
            }}
          >
            {t('map.delete')}
          </button>
        </span>
      )}
    </li>
  )
}

const LEVELS = [2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2] as const
const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace('-', '−'))

/** How each person feels here, now and as wanted, chosen from a list. */
function Feelings({ lane, column }: { lane: Element; column: Column }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const personas = useBoard(({ reading }) => reading.personas)
  const points = useBoard(({ reading }) => reading.points)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  return (
    <section
      className={css.lane}
      aria-label={t('map.cell', { lane: say(lane, 'name'), column: column.name })}
    >
      <h4>{say(lane, 'name')}</h4>
      {personas.map((persona) => (
        <p key={persona.id} className={css.feeling}>
          <span>{say(persona, 'name')}</span>
          {(['asIs', 'toBe'] as const).map((curve) => {
            const point = points.get(pointId(persona.id, column.id, curve))
            return (
              <label key={curve}>
                {t(`map.outline.${curve}`)}
                <select
                  disabled={!mayMap}
                  value={point ? String(point['value']) : ''}
                  onChange={(event) =>
                    store.act(
                      t('map.did.feel'),
                      setFeeling(
                        store.view().reading,
                        persona.id,
                        column.id,
                        curve,
                        Number(event.target.value),
                      ),
                    )
                  }
                >
                  {!point && <option value="">{t('map.outline.unsaid')}</option>}
                  {LEVELS.map((level) => (
                    <option key={level} value={String(level)}>
                      {signed(level)}
                    </option>
                  ))}
                </select>
              </label>
            )
          })}
        </p>
      ))}
    </section>
  )
}
