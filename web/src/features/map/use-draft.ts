import { useState } from 'react'
import { setText } from './gestures'
import { useHere } from './ui-store'
import { say, type Element } from './wire'

/**
 * A text that is being typed: others' changes show while nobody types here, and never replace what
 * is typed. On leaving, the change says what it began from, so that a conflict is asked about.
 */
export function useDraft(element: Element, field: string, label: string) {
  const { store } = useHere()
  const [draft, setDraft] = useState<{ base: Element; typed: string }>()
  return {
    value: draft?.typed ?? say(element, field),
    onFocus: () => {
      setDraft({ base: element, typed: say(element, field) })
      store.here({ typing: element.id })
    },
    onChange: (event: { target: { value: string } }) =>
      setDraft({ base: draft?.base ?? element, typed: event.target.value }),
    onBlur: () => {
      if (draft) store.act(label, setText(draft.base, field, draft.typed.trim()))
      setDraft(undefined)
      store.here({ typing: '' })
    },
  }
}
