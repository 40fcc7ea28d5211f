import { useEffect, useState, type ReactNode } from 'react'
import { BoardStore } from './board-store'
import { BoardContext, UiStore } from './ui-store'

/** Opens a board for as long as it is shown; everything inside works on it. */
export function BoardFrame({
  id,
  guest = false,
  children,
}: {
  id: string
  guest?: boolean
  children: ReactNode
}) {
  const [here] = useState(() => ({ store: new BoardStore(id, guest), ui: new UiStore() }))
  useEffect(() => here.store.start(), [here])
  return <BoardContext value={here}>{children}</BoardContext>
}
