import type { KeyboardEvent } from 'react'
import { hindrance, type Hindrance, type Spot } from './gestures'
import type { Reading } from './reading'
import type { Here } from './ui-store'
import { say } from './wire'

interface Board extends Here {
  scroller: HTMLElement
  /** What deleting is called in the list of what was done. */
  deleted: string
  move: (id: string, spot: Spot) => void
  hindered: (why: Hindrance) => void
}

/** What the keys do on the map: arrows go, Alt and arrows move, Enter writes, M asks where to. */
export function boardKey(event: KeyboardEvent, board: Board): void {
  const { store, ui, scroller, move } = board
  const target = event.target as HTMLElement
  const stop = target.closest<HTMLElement>('[data-card],[data-add]')
  if (event.key === 'Escape') {
    ui.set({ selected: undefined })
    scroller.focus()
    return
  }
  if (target === scroller && event.key === 'Enter') {
    scroller.querySelector<HTMLElement>('[data-card]')?.focus()
    return
  }
  if (!stop || /^(TEXTAREA|INPUT)$/.test(target.tagName)) return
  const id = stop.dataset['card']
  const card = id ? store.view().doc.live.get(id) : undefined
  const cell = stop.closest<HTMLElement>('[data-cell]')
  const [lane, column] = cell?.dataset['cell']?.split('|') ?? []
  const plain = !event.ctrlKey && !event.metaKey
  const why = card && hindrance(store.view(), card)
  // A locked lane is the server's to speak for: it says who locked it.
  const mine = card !== undefined && (!why || why === 'locked')
  if (mine && event.key === 'Enter') ui.set({ editing: card.id })
  else if (mine && plain && (event.key === 'Delete' || event.key === 'Backspace')) {
    focusNear(stop, 'ArrowDown', scroller)
    store.act(board.deleted, [{ op: 'del', id: card.id }])
  } else if (why && !mine && /^(Enter|Delete|Backspace)$/.test(event.key)) board.hindered(why)
  else if (event.altKey && mine && lane && column && event.key.startsWith('Arrow')) {
    const spot = beside(store.view().reading, event.key, lane, column)
    if (spot) move(card.id, spot)
  } else if (event.key.startsWith('Arrow')) focusNear(stop, event.key, scroller)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** The cell beside another; the curve holds no cards and is passed over. */
function beside(now: Reading, key: string, lane: string, column: string): Spot | undefined {
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
