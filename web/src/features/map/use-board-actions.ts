import type { TFunction } from 'i18next'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffer, type Action } from '~/lib/actions'
import { announce } from '~/lib/announce'
import { giveDot } from './dots'
import { hindrance, mayWrite } from './gestures'
import { COLUMN } from './lane'
import { boundZoom, ZOOM_STEP, type Here } from './ui-store'
import { useHere } from './ui-store'
import { say } from './wire'

/** What the palette and the keys do on a map. */
export function useBoardActions() {
  const { t } = useTranslation()
  const here = useHere()
  const { store } = here
  useOffer(useMemo(() => [...onMap(here, t), ...onCard(here, t), ...views(here, t)], [here, t]))
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

const act = (group: string, id: string, label: string, run: () => void, keys?: string): Action => ({
  id: `map-${id}`,
  label,
  group,
  run,
  ...(keys ? { keys } : {}),
})

function onMap({ store, ui }: Here, t: TFunction): Action[] {
  const group = t('map.title')
  const begin = () => {
    const { reading, doc, role } = store.view()
    const at = doc.live.get(ui.get().selected ?? '')
    const wanted = (at && say(at, 'lane')) || 'lane-doing'
    const lane = reading.lanes.find(({ id }) => id === wanted)
    if (!lane || !mayWrite(role, lane)) return
    const column = (at && say(at, 'column')) || (reading.columns[0]?.id ?? '')
    const collapsed = new Set(ui.get().collapsed)
    collapsed.delete(lane.id)
    ui.set({ writing: { lane: lane.id, column, turn: 1 }, outline: false, collapsed })
  }
  return [
    act(group, 'new', t('map.newNote'), begin, 'n'),
    act(group, 'undo', t('map.undo'), () => store.undo() && announce(t('map.undone')), 'mod+z'),
    act(group, 'redo', t('map.redo'), () => store.redo() && announce(t('map.redone')), 'mod+y'),
    act(group, 'stages', t('map.addStages'), () => ui.set({ overlay: 'stages' })),
    act(group, 'arrange', t('map.arrange.title'), () => ui.set({ overlay: 'arrange' })),
    act(group, 'parking', t('map.parking.title'), () => ui.set({ overlay: 'parking' })),
    act(group, 'votes', t('map.votes.title'), () => ui.set({ overlay: 'votes' })),
    act(group, 'share', t('map.share.title'), () => ui.set({ overlay: 'share' })),
    act(group, 'workshop', t('map.workshop.title'), () => ui.set({ overlay: 'workshop' })),
  ]
}

/** The keys that the map itself hears are listed with it: they need a card that has the focus. */
function onCard({ store, ui }: Here, t: TFunction): Action[] {
  const group = t('map.onNote')
  const chosen = (run: (id: string) => void) => () => {
    const id = ui.get().selected
    if (id && store.view().doc.live.has(id)) run(id)
  }
  const own = (run: (id: string) => void) =>
    chosen((id) => {
      const view = store.view()
      const why = hindrance(view, view.doc.live.get(id)!)
      if (why) store.refuse(t(`map.hindrance.${why}`))
      else run(id)
    })
  const edit = own((id) => ui.set({ editing: id }))
  const move = own((id) => ui.set({ moving: id }))
  const vote = chosen((id) => {
    if (store.view().role === 'viewer') return
    const left = giveDot(store, id, t('map.did.vote'))
    if (left !== undefined) announce(t('map.dotsLeft', { count: left }))
  })
  const remove = own((id) => {
    store.act(t('map.did.delete'), [{ op: 'del', id }])
    announce(t('map.deleted'))
  })
  return [
    act(group, 'edit', t('map.edit'), edit, 'enter'),
    act(group, 'move', t('map.moveTo'), move, 'm'),
    act(group, 'beside', t('map.moveBeside'), move, 'alt+arrow'),
    act(
      group,
      'details',
      t('map.details'),
      chosen(() => ui.set({ into: 'details' })),
      'd',
    ),
    act(
      group,
      'comment',
      t('map.comment'),
      chosen(() => ui.set({ into: 'comment' })),
      'c',
    ),
    act(group, 'vote', t('map.giveDot'), vote, 'v'),
    act(group, 'delete', t('map.delete'), remove, 'del'),
  ]
}

function views({ store, ui }: Here, t: TFunction): Action[] {
  const group = t('map.look')
  const zoom = (by: number) => () => ui.set({ zoom: boundZoom(ui.get().zoom + by) })
  const fit = () => {
    const board = document.querySelector<HTMLElement>('[data-board]')
    const across = 180 + store.view().reading.columns.length * COLUMN
    if (board) ui.set({ zoom: Math.min(1, boundZoom(board.clientWidth / across)) })
  }
  return [
    act(group, 'in', t('map.zoomIn'), zoom(ZOOM_STEP), '+'),
    act(group, 'out', t('map.zoomOut'), zoom(-ZOOM_STEP), '-'),
    act(group, 'whole', t('map.zoomWhole'), () => ui.set({ zoom: 1 }), '0'),
    act(group, 'fit', t('map.zoomFit'), fit, '1'),
    act(group, 'silo', t('map.silo'), () => ui.set({ silo: !ui.get().silo }), 's'),
    act(group, 'to-be', t('map.curve.show'), () => ui.set({ toBe: !ui.get().toBe })),
    act(group, 'outline', t('map.outline.show'), () => ui.set({ outline: !ui.get().outline }), 'o'),
  ]
}
