import { BoardFrame } from './board-frame'
import { Board } from './board'

/** A journey map, made by many at once. */
export default function MapPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Board />
    </BoardFrame>
  )
}
