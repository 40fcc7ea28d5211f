import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { ArrangeDialog } from './arrange-dialog'
import { BoardGrid } from './board-grid'
import { titleOf } from './board-store'
import css from './board.module.css'
import { CardPanel } from './card-panel'
import { ChosenBar } from './chosen-bar'
import { ConflictDialog } from './conflict-dialog'
import { MapHead } from './map-head'
import { MoveDialog } from './move-dialog'
import { Outline } from './outline'
import { ParkingDialog } from './parking'
import { Refusal } from './refusal'
import { RoundBar } from './round-bar'
import { ShareDialog } from './share-dialog'
import { SiloBar } from './silo-bar'
import { FirstStages, StagesDialog } from './stages'
import { useBoard, useHere, useUi } from './ui-store'
import { useBoardActions } from './use-board-actions'
import { useWholePaste } from './use-paste'
import { VoteDialog } from './vote-dialog'
import { say } from './wire'
import { WorkshopBar, WorkshopDialog } from './workshop-bar'

/** The map itself, wherever it stands: in the house, or before somebody who came by a link. */
export function Board() {
  const { t } = useTranslation()
  const joined = useBoard((view) => view.joined)
  const gone = useBoard((view) => (view.line === 'gone' ? view.why : undefined))
  const title = useBoard(titleOf)
  const empty = useBoard(({ reading }) => reading.columns.length === 0)
  const outline = useUi((ui) => ui.outline)
  const silo = useUi((ui) => ui.silo)
  useTitle(title || t('map.title'))
  useBoardActions()
  const wholePaste = useWholePaste()
  useGather()
  if (gone !== undefined) return <Empty title={t('map.gone')}>{gone}</Empty>
  if (!joined) return <Loading rows={8} />
  return (
    <div className={css.page} onPasteCapture={wholePaste}>
      <MapHead />
      <WorkshopBar />
      <RoundBar />
      {silo && <SiloBar />}
      {empty ? (
        <FirstStages />
      ) : (
        <div className={css.board}>
          {outline ? <Outline /> : <BoardGrid />}
          <CardPanel />
        </div>
      )}
      <MoveDialog />
      <Overlays />
      <ChosenBar />
      <ConflictDialog />
      <Refusal />
    </div>
  )
}

function Overlays() {
  const overlay = useUi((ui) => ui.overlay)
  switch (overlay) {
    case 'share':
      return <ShareDialog />
    case 'workshop':
      return <WorkshopDialog />
    case 'stages':
      return <StagesDialog />
    case 'votes':
      return <VoteDialog />
    case 'parking':
      return <ParkingDialog />
    case 'arrange':
      return <ArrangeDialog />
    case undefined:
      return null
  }
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
