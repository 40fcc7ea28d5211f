import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { ArrangeDialog } from './arrange-dialog'
import { BoardGrid } from './board-grid'
import { titleOf } from './board-store'
import css from './board.module.css'
import { CardPanel } from './card-panel'
import { ChosenBar } from './chosen-bar'
import { MapHead } from './map-head'
import { MoveDialog } from './move-dialog'
import { Outline } from './outline'
import { ParkingDialog } from './parking'
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
  const title = useBoard(titleOf)
  const empty = useBoard(({ reading }) => reading.columns.length === 0)
  const outline = useUi((ui) => ui.outline)
  const silo = useUi((ui) => ui.silo)
  useTitle(title || t('map.title'))
  useBoardActions()
  const wholePaste = useWholePaste()
  useGather()
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
  const joined = useBoard((view) => view.joined)
  const seen = useRef<number>(undefined)
  useEffect(() => {
    if (!joined) return
    const before = seen.current
    seen.current = gathered
    // Where all were brought before one came is over.
    if (before !== undefined && gathered > before && place)
      ui.set({ selected: place, focusOn: place })
  }, [joined, gathered, place, ui])
}
