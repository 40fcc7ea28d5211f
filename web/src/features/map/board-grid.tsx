import { memo, useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { stageColor, stageSoft } from '~/ui/stage-color'
import { Icon } from '~/ui/icon'
import css from './board-grid.module.css'
import { Card } from './card'
import { Curve } from './curve'
import { beginDrag } from './drag'
import { addCards, addStep, moveCard, setText, type Spot } from './gestures'
import { useGradually } from './gradually'
import { cellKey, handOvers, type Column, type StageSpan } from './reading'
import { beginMarquee } from './marquee'
import { useRunning, type RunningStep } from './live-api'
import { LiveLane } from './live-lane'
import { useBoard, useHere, useUi } from './ui-store'
import { say, type Element } from './wire'

const COLUMN = 212
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

/** The map as a table one can write on: stages and steps across, lanes down. */
export function BoardGrid() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const lanes = useBoard(({ reading }) => reading.lanes)
  const stages = useBoard(({ reading }) => reading.stages)
  const columns = useBoard(({ reading }) => reading.columns)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const silo = useUi((state) => state.silo)
  const zoom = useUi((state) => state.zoom)
  const collapsed = useUi((state) => state.collapsed)
  const reading = useBoard((view) => (silo ? view.reading : undefined))
  const over = useMemo(() => (reading ? handOvers(reading) : new Set<string>()), [reading])
  const scroller = useRef<HTMLDivElement>(null)
  const live = useUi((state) => state.live)
  const runs = useBoard(({ reading: now }) =>
    now.board ? say(now.board, 'journey') !== '' : false,
  )
  const running = useRunning(store.id, runs)
  useZoomWheel(scroller)

  const drop = (id: string, spot: Spot, index?: number) => {
    const view = store.view()
    const card = view.doc.live.get(id)
    if (!card) return
    store.act(t('map.did.move'), moveCard(view.reading, card, spot, index))
    ui.set({ selected: id, focusOn: id })
  }

  return (
    <div
      ref={scroller}
      className={css.scroller}
      tabIndex={0}
      role="region"
      aria-label={t('map.board')}
      data-board=""
      onPointerDown={(event) => {
        const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
        if (event.button !== 0 || event.pointerType === 'touch') return
        const free = !card && !(event.target as HTMLElement).closest('button, input, textarea, a')
        if (free && event.shiftKey) {
          event.preventDefault()
          beginMarquee(event.nativeEvent, scroller.current!, (ids) =>
            ui.set({ chosen: new Set(ids), selected: undefined }),
          )
        }
        if (!card) return
        beginDrag(event.nativeEvent, card, scroller.current!, (dropped) =>
          drop(dropped.id, dropped.spot, dropped.index),
        )
      }}
      onPointerMove={(event) => {
        const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
        if (cell) store.here({ at: cell.dataset['cell']!.slice(0, 160) })
      }}
      onClick={(event) => {
        const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
        if (card) {
          const id = card.dataset['card']!
          if (event.shiftKey) {
            const { chosen, selected } = ui.get()
            const next = new Set(chosen.size > 0 || !selected ? chosen : [selected])
            if (!next.delete(id)) next.add(id)
            ui.set({ chosen: next })
            return
          }
          ui.set({ selected: id, chosen: new Set() })
          store.here({ selection: [id] })
        } else if (!(event.target as HTMLElement).closest('button, input, textarea'))
          ui.set({ selected: undefined })
      }}
      onDoubleClick={(event) => {
        const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
        if (card) ui.set({ editing: card.dataset['card']! })
      }}
      onFocus={(event) => {
        const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
        if (card && ui.get().selected !== card.dataset['card'])
          ui.set({ selected: card.dataset['card']! })
      }}
      onKeyDown={(event) => boardKey(event, drop)}
    >
      <div
        className={css.grid}
        style={{
          zoom,
          ['--column' as string]: `${COLUMN}px`,
          ['--columns' as string]: columns.length,
        }}
      >
        <div className={css.corner}>{t('map.persons')}</div>
        <ol className={css.stages}>
          {stages.map((span) => (
            <StageHead key={span.stage.id} span={span} count={stages.length} mayMap={mayMap} />
          ))}
        </ol>
        <ol className={css.steps}>
          {columns.map((column) => (
            <StepHead
              key={column.id}
              column={column}
              mayMap={mayMap}
              handedOver={over.has(column.id)}
              color={stageColor(
                stages.findIndex(({ stage }) => stage.id === column.stage.id),
                stages.length,
              )}
            />
          ))}
        </ol>
        {running.data?.journey && live && (
          <LiveLane running={running.data} columns={columns} width={COLUMN} />
        )}
        {lanes.map((lane) => (
          <Lane
            key={lane.id}
            lane={lane}
            columns={columns}
            collapsed={collapsed.has(lane.id)}
            mayMap={mayMap}
            felt={live && say(lane, 'role') === 'feeling' ? running.data?.steps : undefined}
          />
        ))}
      </div>
    </div>
  )

  function boardKey(event: KeyboardEvent, move: typeof drop) {
    const target = event.target as HTMLElement
    const stop = target.closest<HTMLElement>('[data-card],[data-add]')
    if (event.key === 'Escape') {
      ui.set({ selected: undefined })
      scroller.current?.focus()
      return
    }
    if (target === scroller.current && event.key === 'Enter') {
      scroller.current.querySelector<HTMLElement>('[data-card]')?.focus()
      return
    }
    if (!stop || /^(TEXTAREA|INPUT)$/.test(target.tagName)) return
    const id = stop.dataset['card']
    const card = id ? store.view().doc.live.get(id) : undefined
    const cell = stop.closest<HTMLElement>('[data-cell]')
    const [lane, column] = cell?.dataset['cell']?.split('|') ?? []
    const plain = !event.ctrlKey && !event.metaKey
    if (card && event.key === 'Enter') ui.set({ editing: card.id })
    else if (card && plain && (event.key === 'Delete' || event.key === 'Backspace')) {
      focusNear(stop, 'ArrowDown', scroller.current!)
      store.act(t('map.did.delete'), [{ op: 'del', id: card.id }])
    } else if (card && plain && event.key.toLowerCase() === 'm') ui.set({ moving: card.id })
    else if (event.altKey && card && lane && column && event.key.startsWith('Arrow')) {
      const spot = beside(event.key, lane, column)
      if (spot) move(card.id, spot)
    } else if (event.key.startsWith('Arrow')) focusNear(stop, event.key, scroller.current!)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function beside(key: string, lane: string, column: string): Spot | undefined {
    const { reading: now } = store.view()
    const at = now.columns.findIndex(({ id }) => id === column)
    const row = now.lanes.findIndex(({ id }) => id === lane)
    const side = { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0
    const down = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0
    let next = row + down
    while (now.lanes[next] && say(now.lanes[next]!, 'role') === 'feeling') next += down
    const to = now.columns[at + side]
    const onto = now.lanes[next]
    return to && onto ? { lane: onto.id, column: to.id } : undefined
  }
}

/** The nearest card, or the way into an empty cell, in the direction of an arrow. */
function focusNear(from: HTMLElement, key: string, scroller: HTMLElement): void {
  const here = from.getBoundingClientRect()
  const [fx, fy] = [here.left + here.width / 2, here.top + here.height / 2]
  let best: HTMLElement | undefined
  let least = Infinity
  for (const stop of scroller.querySelectorAll<HTMLElement>('[data-card],[data-add="empty"]')) {
    if (stop === from) continue
    const box = stop.getBoundingClientRect()
    const dx = box.left + box.width / 2 - fx
    const dy = box.top + box.height / 2 - fy
    const ahead =
      key === 'ArrowRight' ? dx : key === 'ArrowLeft' ? -dx : key === 'ArrowDown' ? dy : -dy
    const aside = key === 'ArrowRight' || key === 'ArrowLeft' ? Math.abs(dy) : Math.abs(dx)
    if (ahead < 8) continue
    const far = ahead + 4 * aside
    if (far < least) [best, least] = [stop, far]
  }
  best?.focus()
  best?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function useZoomWheel(scroller: React.RefObject<HTMLDivElement | null>) {
  const { ui } = useHere()
  useEffect(() => {
    const element = scroller.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const zoom = ui.get().zoom * Math.exp(-event.deltaY / 400)
      ui.set({ zoom: Math.max(0.4, Math.min(1.8, zoom)) })
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [scroller, ui])
}

function StageHead({ span, count, mayMap }: { span: StageSpan; count: number; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  return (
    <li
      className={css.stage}
      style={{
        inlineSize: `calc(${span.columns.length} * var(--column))`,
        ['--tone' as string]: stageColor(span.index, count),
        ['--soft' as string]: stageSoft(span.index, count),
      }}
    >
      <Name element={span.stage} label={t('map.stageName')} mayMap={mayMap} />
      {mayMap && (
        <button
          type="button"
          className={css.addStep}
          aria-label={t('map.addStepTo', { stage: say(span.stage, 'name') })}
          title={t('map.addStep')}
          onClick={() =>
            store.act(
              t('map.did.step'),
              addStep(store.view().reading, span.stage, t('map.newStep')),
            )
          }
        >
          <Icon name="plus" size={15} />
        </button>
      )}
    </li>
  )
}

function StepHead({
  column,
  mayMap,
  handedOver,
  color,
}: {
  column: Column
  mayMap: boolean
  handedOver: boolean
  color: string
}) {
  const { t } = useTranslation()
  return (
    <li className={css.step} style={{ ['--tone' as string]: color }}>
      {column.step ? (
        <Name element={column.step} label={t('map.stepName')} mayMap={mayMap} />
      ) : (
        <span className={css.wholeStage}>{t('map.wholeStage')}</span>
      )}
      {handedOver && (
        <span className={css.handOver}>
          <Icon name="handOver" size={14} /> {t('map.handOver')}
        </span>
      )}
    </li>
  )
}

/** A name that is read as a heading and changed in place. */
function Name({ element, label, mayMap }: { element: Element; label: string; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const name = say(element, 'name')
  if (!mayMap) return <span className={css.name}>{name}</span>
  return (
    <textarea
      key={name}
      className={css.name}
      rows={1}
      defaultValue={name}
      aria-label={`${label}: ${name}`}
      title={say(element, 'description')}
      maxLength={160}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') event.preventDefault()
        if (event.key === 'Escape') event.currentTarget.value = name
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim()
        if (typed === '') event.currentTarget.value = name
        else store.act(t('map.did.name'), setText(element, 'name', typed))
      }}
    />
  )
}

interface LaneProps {
  lane: Element
  columns: readonly Column[]
  collapsed: boolean
  mayMap: boolean
  felt: readonly RunningStep[] | undefined
}

const Lane = memo(function Lane({ lane, columns, collapsed, felt }: LaneProps) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const leads = useBoard(({ role }) => role === 'facilitator')
  const role = say(lane, 'role')
  const boundary = BOUNDARY[role]
  const hue = HUES[role] ?? 240
  const locked = lane['locked'] === true
  const title = say(lane, 'name')
  return (
    <section
      className={css.lane}
      data-boundary={boundary}
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
        {role === 'feeling' && <span className={css.boundary}>{t('map.curve.scale')}</span>}
        {boundary && <span className={css.boundary}>{t(`map.line.${boundary}`)}</span>}
        {leads && (
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
        columns.map((column) => (
          <Cell key={column.id} lane={lane} laneTitle={title} column={column} />
        ))
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
  const { store, ui } = useHere()
  const key = cellKey(lane.id, column.id)
  const cards = useBoard(({ reading }) => reading.cells.get(key) ?? NONE)
  const shown = useGradually(cards.length)
  const mayWrite = useBoard(
    ({ role }) =>
      (lane['locked'] !== true || role === 'facilitator') &&
      (role === 'facilitator' ||
        role === 'mapper' ||
        (role === 'guest' && !['channel', 'moments', 'ideas'].includes(say(lane, 'role')))),
  )
  const names = useBoard(({ people, me }) =>
    people
      .filter(({ id, at }) => id !== me && at === key)
      .map(({ name }) => name)
      .join(', '),
  )
  return (
    <div className={css.cell} data-cell={key} data-others={names || undefined}>
      <ul aria-label={t('map.cell', { lane: laneTitle, column: column.name })}>
        {(shown < cards.length ? cards.slice(0, shown) : cards).map((card) => (
          <Card key={card.id} card={card} t={t} />
        ))}
      </ul>
      {names && <span className={css.others}>{names}</span>}
      {mayWrite && (
        <button
          type="button"
          className={css.add}
          data-add={cards.length === 0 ? 'empty' : ''}
          tabIndex={-1}
          aria-label={t('map.addTo', { lane: laneTitle, column: column.name })}
          onClick={() => {
            const { ops, ids } = addCards(
              store.view().reading,
              { lane: lane.id, column: column.id },
              [''],
              ui.get().persona,
            )
            store.act(t('map.did.add'), ops)
            ui.set({ editing: ids[0], selected: ids[0] })
          }}
        >
          <Icon name="plus" size={16} />
        </button>
      )}
    </div>
  )
})
