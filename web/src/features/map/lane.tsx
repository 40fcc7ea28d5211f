import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import css from './board-grid.module.css'
import { Card } from './card'
import { NewCard } from './card-editor'
import { Cursors } from './cursors'
import { Curve } from './curve'
import { laneName } from './lane-name'
import { StaffChoice, StaffCurve } from './staff-curve'
import { useGradually } from './gradually'
import { mayWrite } from './gestures'
import type { RunningStep } from './live-api'
import { cellKey, type Column } from './reading'
import { useBoard, useHere, useUi } from './ui-store'
import { say, type Element } from './wire'

/** How wide a column is before it is zoomed, in pixels. */
export const COLUMN = 212
const NONE: readonly Element[] = []

/** Hues of the lanes: the person, what they meet, who is behind it, what it comes to. */
const HUES: Record<string, number> = {
  doing: 92,
  thinking: 92,
  feeling: 172,
  functionalNeeds: 62,
  emotionalNeeds: 62,
  channel: 188,
  onStagePeople: 210,
  onStageThings: 210,
  backStagePeople: 262,
  backStageThings: 262,
  staffFeeling: 262,
  team: 290,
  impact: 318,
  moments: 24,
  issues: 44,
  ideas: 146,
  free: 240,
}

/** Cool hues look louder on warm paper than warm ones of the same strength. */
const isCool = (hue: number) => hue > 165 && hue < 325

/** The lane at which a boundary begins: what the person meets, and what they do not see. */
const BOUNDARY: Record<string, 'interaction' | 'visibility'> = {
  channel: 'interaction',
  backStagePeople: 'visibility',
}

interface LaneProps {
  lane: Element
  columns: readonly Column[]
  collapsed: boolean
  mayMap: boolean
  felt: readonly RunningStep[] | undefined
}

/** One row of the map: its name, its lock, and a cell for every column. */
export const Lane = memo(function Lane({ lane, columns, collapsed, felt }: LaneProps) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const leads = useBoard(({ role }) => role === 'facilitator')
  const role = say(lane, 'role')
  const boundary = BOUNDARY[role]
  const hue = HUES[role] ?? 240
  const locked = lane['locked'] === true
  const title = laneName(lane)
  return (
    <section
      className={css.lane}
      data-boundary={boundary}
      data-role={role}
      data-folded={collapsed || undefined}
      aria-label={title}
      style={{ ['--hue' as string]: hue, ['--vivid' as string]: isCool(hue) ? 0.5 : 1 }}
    >
      <header className={css.laneHead}>
        <button
          type="button"
          className={css.laneName}
          aria-expanded={!collapsed}
          onClick={() => {
            const next = new Set(ui.get().collapsed)
            if (!next.delete(lane.id)) next.add(lane.id)
            ui.set({ collapsed: next })
          }}
        >
          <span className={css.swatch} />
          <span>{title}</span>
        </button>
        {role === 'feeling' && !collapsed && (
          <span className={css.boundary}>{t('map.curve.scale')}</span>
        )}
        {role === 'staffFeeling' && !collapsed && <StaffChoice />}
        {boundary && !collapsed && (
          <span className={css.boundary}>{t(`map.line.${boundary}`)}</span>
        )}
        {leads && !collapsed && (
          <button
            type="button"
            className={css.lock}
            aria-pressed={locked}
            onClick={() =>
              store.act(t('map.did.lock'), [
                { op: 'set', id: lane.id, fields: { locked: !locked } },
              ])
            }
          >
            {t(locked ? 'map.unlock' : 'map.lock')}
            <span className="visually-hidden"> {title}</span>
          </button>
        )}
        {!leads && locked && <span className={css.boundary}>{t('map.locked')}</span>}
      </header>
      {collapsed ? (
        <div className={css.folded} />
      ) : role === 'feeling' ? (
        <Curve columns={columns} width={COLUMN} felt={felt} />
      ) : (
        <>
          {role === 'staffFeeling' && (
            <div className={css.drawn}>
              <StaffCurve columns={columns} width={COLUMN} />
            </div>
          )}
          {columns.map((column) => (
            <Cell key={column.id} lane={lane} laneTitle={title} column={column} />
          ))}
        </>
      )}
    </section>
  )
})

const Cell = memo(function Cell({
  lane,
  laneTitle,
  column,
}: {
  lane: Element
  laneTitle: string
  column: Column
}) {
  const { t } = useTranslation()
  const { ui } = useHere()
  const turn = useUi(({ writing }) =>
    writing?.lane === lane.id && writing.column === column.id ? writing.turn : 0,
  )
  const key = cellKey(lane.id, column.id)
  const cards = useBoard(({ reading }) => reading.cells.get(key) ?? NONE)
  const shown = useGradually(cards.length)
  const isOpen = useBoard(({ role }) => mayWrite(role, lane))
  return (
    <div className={css.cell} data-cell={key}>
      <ul aria-label={t('map.cell', { lane: laneTitle, column: column.name })}>
        {(shown < cards.length ? cards.slice(0, shown) : cards).map((card) => (
          <Card key={card.id} card={card} t={t} />
        ))}
        {turn > 0 && <NewCard key={turn} lane={lane} column={column.id} turn={turn} />}
      </ul>
      <Cursors cell={key} />
      {isOpen && (
        <button
          type="button"
          className={css.add}
          data-add={cards.length === 0 ? 'empty' : ''}
          tabIndex={-1}
          aria-label={t('map.addTo', { lane: laneTitle, column: column.name })}
          onClick={() => ui.set({ writing: { lane: lane.id, column: column.id, turn: 1 } })}
        >
          <Icon name="plus" size={16} />
        </button>
      )}
    </div>
  )
})
