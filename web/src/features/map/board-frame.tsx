import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '~/ui/faces'
import { BoardStore } from './board-store'
import { ConflictDialog } from './conflict-dialog'
import { Refusal } from './refusal'
import { BoardContext, UiStore, useBoard, useHere } from './ui-store'

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
  return (
    <BoardContext value={here}>
      <WhileThere>{children}</WhileThere>
      <ConflictDialog />
      <Refusal />
    </BoardContext>
  )
}

/** What is shown of a board, unless the server says that there is no such board for this person. */
function WhileThere({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const gone = useBoard((view) => (view.line === 'gone' ? view.why : undefined))
  if (gone === undefined) return children
  const face = <Empty title={t('map.gone')}>{gone}</Empty>
  return store.guest ? <main>{face}</main> : face
}
