import { setText } from './gestures'
import { useHere } from './ui-store'
import { useTyped } from './use-typed'
import { say, type Element } from './wire'

interface Needs {
  /** An emptied field takes its words back. */
  needed?: boolean
}

/**
 * A text of an element that is being typed. The change says what it began from, so that a conflict
 * is asked about.
 */
export function useDraft(
  element: Element,
  field: string,
  label: string,
  { needed = false }: Needs = {},
) {
  const { store } = useHere()
  const typed = useTyped(say(element, field), element, (text, base) => {
    const words = text.trim()
    if (words !== '' || !needed) store.act(label, setText(base, field, words))
    store.here({ typing: '' })
  })
  return {
    ...typed,
    onFocus: () => {
      typed.onFocus()
      store.here({ typing: element.id })
    },
  }
}
