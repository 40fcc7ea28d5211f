import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import { useOffer, type Action } from '~/lib/actions'
import { Empty, Loading } from '~/ui/faces'
import { Modal } from '~/ui/modal'
import { useTitle } from '~/ui/page'
import { BoardFrame } from './board-frame'
import { ArrangeDialog } from './arrange-dialog'
import { BoardGrid } from './board-grid'
import { titleOf } from './board-store'
import { CardPanel } from './card-panel'
import { ChosenBar } from './chosen-bar'
import dialogs from './dialogs.module.css'
import { addCards, addStages, linesOf } from './gestures'
import { MapHead } from './map-head'
import css from './map-page.module.css'
import { MoveDialog } from './move-dialog'
import { Outline } from './outline'
import { ParkingDialog } from './parking'
import { ShareDialog } from './share-dialog'
import { SiloBar } from './silo-bar'
import { useBoard, useHere, useUi } from './ui-store'
import { say } from './wire'
import { VoteDialog } from './vote-dialog'
import { WorkshopBar, WorkshopDialog } from './workshop-bar'

/** A journey map, made by many at once. */
export default function MapPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Board />
    </BoardFrame>
  )
}

function Board() {
  const { t } = useTranslation()
  const joined = useBoard((view) => view.joined)
  const gone = useBoard((view) => (view.line === 'gone' ? view.why : undefined))
  const title = useBoard(titleOf)
  const empty = useBoard(({ reading }) => reading.columns.length === 0)
  const overlay = useUi((ui) => ui.overlay)
  const outline = useUi((ui) => ui.outline)
  const silo = useUi((ui) => ui.silo)
  useTitle(title || t('map.title'))
  useBoardActions()
  useGather()
  if (gone !== undefined) return <Empty title={t('map.gone')}>{gone}</Empty>
  if (!joined) return <Loading rows={8} />
  return (
    <div className={css.page}>
      <MapHead />
      <WorkshopBar />
      {silo && <SiloBar />}
      <Refusal />
      {empty ? (
        <FirstStages />
      ) : (
        <div className={css.board}>
          {outline ? <Outline /> : <BoardGrid />}
          <CardPanel />
        </div>
      )}
      <MoveDialog />
      {overlay === 'share' && <ShareDialog />}
      {overlay === 'workshop' && <WorkshopDialog />}
      {overlay === 'stages' && <StagesDialog />}
      {overlay === 'votes' && <VoteDialog />}
      {overlay === 'parking' && <ParkingDialog />}
      {overlay === 'arrange' && <ArrangeDialog />}
      <ChosenBar />
      <ConflictDialog />
    </div>
  )
}

/** What the palette and the keys do on a board. */
function useBoardActions() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const actions = useMemo<Action[]>(() => {
    const group = t('map.title')
    const act = (id: string, label: string, run: () => void, keys?: string): Action => ({
      id: `map-${id}`,
      label,
      group,
      run,
      ...(keys ? { keys } : {}),
    })
    return [
      act(
        'new',
        t('map.newNote'),
        () => {
          const { reading, doc } = store.view()
          const at = doc.live.get(ui.get().selected ?? '')
          const spot = {
            lane: (at && say(at, 'lane')) || 'lane-doing',
            column: (at && say(at, 'column')) || (reading.columns[0]?.id ?? ''),
          }
          const { ops, ids } = addCards(reading, spot, [''], ui.get().persona)
          store.act(t('map.did.add'), ops)
          ui.set({ editing: ids[0], selected: ids[0] })
        },
        'n',
      ),
      act('undo', t('map.undo'), () => store.undo() && announce(t('map.undone')), 'mod+z'),
      act('redo', t('map.redo'), () => store.redo() && announce(t('map.redone')), 'mod+y'),
      act('whole', t('map.zoomWhole'), () => ui.set({ zoom: 1 }), ')'),
      act('silo', t('map.silo'), () => ui.set({ silo: !ui.get().silo })),
      act('to-be', t('map.curve.show'), () => ui.set({ toBe: !ui.get().toBe })),
      act('stages', t('map.addStages'), () => ui.set({ overlay: 'stages' })),
      act('outline', t('map.outline.show'), () => ui.set({ outline: !ui.get().outline })),
      act('arrange', t('map.arrange.title'), () => ui.set({ overlay: 'arrange' })),
      act('parking', t('map.parking.title'), () => ui.set({ overlay: 'parking' })),
      act('votes', t('map.votes.title'), () => ui.set({ overlay: 'votes' })),
      act('share', t('map.share.title'), () => ui.set({ overlay: 'share' })),
      act('workshop', t('map.workshop.title'), () => ui.set({ overlay: 'workshop' })),
    ]
  }, [t, store, ui])
  useOffer(actions)
  useEffect(() => {
    // Ctrl+Shift+Z names the same key as Ctrl+Z to the list of keys, so it is heard first.
    const redo = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key !== 'Z') return
      if (/^(INPUT|TEXTAREA)$/.test((event.target as HTMLElement).tagName)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      store.redo()
    }
    window.addEventListener('keydown', redo, true)
    return () => window.removeEventListener('keydown', redo, true)
  }, [store])
}

/** The facilitator brings everybody to a place. */
function useGather() {
  const { ui } = useHere()
  const gathered = useBoard(({ reading }) => Number(reading.workshop?.['gathered'] ?? 0))
  const place = useBoard(({ reading }) => (reading.workshop ? say(reading.workshop, 'gather') : ''))
  useEffect(() => {
    if (gathered > 0 && place) ui.set({ selected: place, focusOn: place })
  }, [gathered, place, ui])
}

const REFUSAL_SHOWN_MILLIS = 8000

function Refusal() {
  const refusal = useBoard((view) => view.refusal)
  const [hidden, setHidden] = useState(0)
  useEffect(() => {
    if (!refusal) return
    const timer = setTimeout(() => setHidden(refusal.at), REFUSAL_SHOWN_MILLIS)
    return () => clearTimeout(timer)
  }, [refusal])
  if (!refusal || refusal.code === 'conflict' || hidden === refusal.at) return null
  return (
    <p className={css.refusal} role="alert">
      {refusal.message}
    </p>
  )
}

function ConflictDialog() {
  const { t } = useTranslation()
  const { store } = useHere()
  const conflict = useBoard((view) => view.conflict)
  if (!conflict) return null
  return (
    <Modal label={t('map.conflict.title')} onClose={() => store.settle('theirs')}>
      <div className={dialogs.form}>
        <h2>{t('map.conflict.title')}</h2>
        <p className={dialogs.hint}>{t('map.conflict.theirs')}</p>
        <p className={dialogs.quote}>{String(conflict.theirs)}</p>
        <p className={dialogs.hint}>{t('map.conflict.mine')}</p>
        <p className={dialogs.quote}>{String(conflict.mine)}</p>
        <div className={dialogs.buttons}>
          <Button variant="default" onClick={() => store.settle('theirs')}>
            {t('map.conflict.takeTheirs')}
          </Button>
          <Button variant="default" onClick={() => store.settle('both')}>
            {t('map.conflict.keepBoth')}
          </Button>
          <Button onClick={() => store.settle('mine')}>{t('map.conflict.keepMine')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function StagesForm({ done }: { done: () => void }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const [text, setText] = useState('')
  return (
    <form
      className={dialogs.form}
      onSubmit={(event) => {
        event.preventDefault()
        store.act(t('map.did.stage'), addStages(store.view().reading, linesOf(text)))
        done()
      }}
    >
      <h2>{t('map.addStages')}</h2>
      <label>
        {t('map.stagesHint')}
        <textarea
          rows={6}
          value={text}
          placeholder={t('map.stagesExample')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className={dialogs.buttons}>
        <Button type="submit" disabled={linesOf(text).length === 0}>
          {t('map.addStages')}
        </Button>
      </div>
    </form>
  )
}

function StagesDialog() {
  const { t } = useTranslation()
  const { ui } = useHere()
  const close = () => ui.set({ overlay: undefined })
  return (
    <Modal label={t('map.addStages')} onClose={close}>
      <StagesForm done={close} />
    </Modal>
  )
}

function FirstStages() {
  const { t } = useTranslation()
  return (
    <Empty title={t('map.emptyTitle')}>
      <p>{t('map.emptyWords')}</p>
      <div className={css.first}>
        <StagesForm done={() => undefined} />
      </div>
    </Empty>
  )
}
