import { useTranslation } from 'react-i18next'
import type { ClipboardEvent } from 'react'
import { announce } from '~/lib/announce'
import { formatNumber } from '~/lib/format'
import {
  addTable,
  kindIn,
  mayWrite,
  PASTE_LINES_MAX,
  readPaste,
  type Paste,
  type Spot,
} from './gestures'
import { useHere } from './ui-store'

/**
 * What a paste into a card does: several lines or a table become cards at once, too much is refused with its
 * number, and everything else is left to the browser.
 */
export function usePaste(kind: string, value: string, keep: (table: string[][]) => void) {
  const tell = useRefusal()
  return (event: ClipboardEvent) => {
    const pasted = readPaste(event.clipboardData.getData('text/plain'), kind, value)
    const { max, isOver } = room(event)
    const found: Paste = pasted.kind === 'plain' && isOver ? { kind: 'tooLong', max } : pasted
    if (found.kind === 'plain') return
    event.preventDefault()
    if (!tell(found) && found.kind === 'cards') keep(found.table)
  }
}

/** Makes cards of the texts for a cell and those beside it, and says where those went. */
export function useAddTable() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const tell = useTellTable()
  return (spot: Spot, table: string[][]) => {
    const { ops, ids, isFolded } = addTable(store.view().reading, spot, table, ui.get().persona)
    store.act(t(ids.length > 1 ? 'map.did.paste' : 'map.did.add'), ops)
    tell(ids.length, table.length, isFolded)
    return ids
  }
}

/** Says how many cards a table became, and shows it where they do not all lie where they stood. */
export function useTellTable() {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const n = (count: number) => formatNumber(count, i18n.language)
  return (cards: number, columns: number, isFolded: boolean) => {
    if (columns < 2) return
    const told = { notes: n(cards), columns: n(columns) }
    if (isFolded) store.tell(t('map.paste.folded', told))
    else announce(t('map.paste.table', told))
  }
}

/** Makes cards of what is pasted on to a cell: a line to each, a table from there to the right. */
export function usePasteInto() {
  const { store, ui } = useHere()
  const add = useAddTable()
  const tell = useRefusal()
  return (spot: Spot, event: ClipboardEvent) => {
    const { reading, role } = store.view()
    const lane = reading.lanes.find(({ id }) => id === spot.lane)
    const text = event.clipboardData.getData('text/plain')
    if (!lane || text.trim() === '' || !mayWrite(role, lane)) return
    event.preventDefault()
    const pasted = readPaste(text, kindIn(lane), '')
    if (tell(pasted)) return
    const ids = add(spot, pasted.kind === 'cards' ? pasted.table : [[text.trim()]])
    ui.set({ selected: ids.at(-1), focusOn: ids.at(-1) })
  }
}

/** Says why a paste was not taken; false where nothing is wrong with it. */
function useRefusal() {
  const { i18n, t } = useTranslation()
  const { store } = useHere()
  const n = (count: number) => formatNumber(count, i18n.language)
  return (pasted: Paste): boolean => {
    if (pasted.kind === 'tooMany')
      store.refuse(t('map.paste.tooMany', { lines: n(pasted.lines), max: n(PASTE_LINES_MAX) }))
    if (pasted.kind === 'tooLong') store.refuse(t('map.paste.tooLong', { max: n(pasted.max) }))
    return pasted.kind === 'tooMany' || pasted.kind === 'tooLong'
  }
}

/**
 * Refuses a paste into any other field that holds less than it would come to, where a browser would
 * cut it off in silence.
 */
export function useWholePaste() {
  const tell = useRefusal()
  return (event: ClipboardEvent) => {
    const { max, isOver } = room(event)
    if (!isOver || 'ownPaste' in (event.target as HTMLElement).dataset) return
    event.preventDefault()
    tell({ kind: 'tooLong', max })
  }
}

/** How much the field that is pasted into holds, and whether this paste is more. */
function room(event: ClipboardEvent): { max: number; isOver: boolean } {
  const field = event.target
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!isText || field.maxLength < 0) return { max: 0, isOver: false }
  const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0)
  const pasted = event.clipboardData.getData('text/plain').length
  return {
    max: field.maxLength,
    isOver: field.value.length - chosen + pasted > field.maxLength,
  }
}
