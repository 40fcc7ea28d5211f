import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageColor } from '~/ui/stage-color'
import { Add } from './arrange-dialog'
import { addCards, kindIn, mayWrite, wordsMax } from './gestures'
import { laneName } from './lane-name'
import { OutlineFeelings } from './outline-feelings'
import { OutlineLine } from './outline-line'
import css from './outline.module.css'
import { cellKey, type Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say, type Element } from './wire'

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
              <OutlineFeelings key={lane.id} lane={lane} column={column} />
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
  const name = laneName(lane)
  const cards = useBoard(({ reading }) => reading.cells.get(cellKey(lane.id, column.id)) ?? NONE)
  const isOpen = useBoard(({ role }) => mayWrite(role, lane))
  if (cards.length === 0 && !isOpen) return null
  return (
    <section className={css.lane} aria-label={t('map.cell', { lane: name, column: column.name })}>
      <h4>{name}</h4>
      <ul>
        {cards.map((card, at) => (
          <OutlineLine key={card.id} card={card} at={at} count={cards.length} />
        ))}
      </ul>
      {say(lane, 'role') === 'staffFeeling' && <OutlineFeelings lane={lane} column={column} bare />}
      {isOpen && (
        <Add
          place={`cell.${lane.id}.${column.id}`}
          label={t('map.addTo', { lane: name, column: column.name })}
          lengthMax={wordsMax(kindIn(lane))}
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
