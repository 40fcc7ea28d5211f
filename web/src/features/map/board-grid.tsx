import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { stageColor } from '~/ui/stage-color'
import css from './board-grid.module.css'
import { StageHead, StepHead } from './board-heads'
import { boardKey } from './board-keys'
import { beginDrag } from './drag'
import { mayChange, moveCard, type Spot } from './gestures'
import { HandOverLines } from './hand-over-lines'
import { COLUMN, Lane } from './lane'
import { useRunning } from './live-api'
import { LiveLane } from './live-lane'
import { beginMarquee } from './marquee'
import { boundZoom, useBoard, useHere, useUi } from './ui-store'
import { usePasteInto } from './use-paste'
import { say } from './wire'

const POINTS_EVERY_MILLIS = 100

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
  const scroller = useRef<HTMLDivElement>(null)
  const pointedAt = useRef(0)
  const pasteInto = usePasteInto()
  const live = useUi((state) => state.live)
  const runs = useBoard(({ reading: now }) =>
    now.board ? say(now.board, 'journey') !== '' : false,
  )
  const running = useRunning(store.id, runs)
  useZoomWheel(scroller)

  const drop = (id: string, spot: Spot, index?: number) => {
    const view = store.view()
    const card = view.doc.live.get(id)
    if (!card || !mayChange(view, card)) return
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
        if (event.timeStamp - pointedAt.current < POINTS_EVERY_MILLIS) return
        pointedAt.current = event.timeStamp
        const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
        if (!cell) return
        const box = cell.getBoundingClientRect()
        const share = (at: number, from: number, whole: number) =>
          Math.round(((at - from) / whole) * 100) / 100
        store.here({
          at: cell.dataset['cell']!.slice(0, 160),
          x: share(event.clientX, box.left, box.width),
          y: share(event.clientY, box.top, box.height),
        })
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
        const view = store.view()
        const found = view.doc.live.get(card?.dataset['card'] ?? '')
        if (found && mayChange(view, found)) ui.set({ editing: found.id })
      }}
      onFocus={(event) => {
        const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
        // What a pointer does to a card is heard as a click, with the keys that are held.
        if (!card?.matches(':focus-visible')) return
        const id = card.dataset['card']!
        if (ui.get().selected !== id) ui.set({ selected: id })
        store.here({ selection: [id] })
      }}
      onPaste={(event) => {
        const target = event.target as HTMLElement
        const cell = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']
        if (!cell || target.closest('textarea, input')) return
        const [lane = '', column = ''] = cell.split('|')
        pasteInto({ lane, column }, event)
      }}
      onKeyDown={(event) =>
        boardKey(event, {
          store,
          ui,
          scroller: scroller.current!,
          deleted: t('map.did.delete'),
          move: drop,
          hindered: (why) => store.refuse(t(`map.hindrance.${why}`)),
        })
      }
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
              color={stageColor(
                stages.findIndex(({ stage }) => stage.id === column.stage.id),
                stages.length,
              )}
            />
          ))}
        </ol>
        {silo && <HandOverLines />}
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
}

function useZoomWheel(scroller: React.RefObject<HTMLDivElement | null>) {
  const { ui } = useHere()
  useEffect(() => {
    const element = scroller.current
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      ui.set({ zoom: boundZoom(ui.get().zoom * Math.exp(-event.deltaY / 400)) })
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [scroller, ui])
}
