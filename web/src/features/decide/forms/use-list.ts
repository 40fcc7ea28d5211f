import { useForms } from './context'
import { put, take, within, type Place } from './use-edits'

/**
 * A list of so many items in a file. The next change waits for the answer to the last, since what is
 * numbered on the screen may stand elsewhere by then; a second press meanwhile changes nothing.
 */
export function useList(place: Place, count: number) {
  const { editList, listing } = useForms()
  return {
    append: (item: unknown) =>
      editList([count === 0 ? put(place, [item]) : put(within(place, String(count)), item)]),
    /** An emptied list goes as a whole. */
    takeAt: (at: number) => editList([take(count === 1 ? place : within(place, String(at)))]),
    /** For what changes the list; it keeps its focus meanwhile. */
    waits: { 'aria-disabled': listing },
  }
}
