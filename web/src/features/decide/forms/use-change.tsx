import { useState } from 'react'
import { useForms } from './context'
import css from './forms.module.css'
import type { Edit } from './use-edits'

/**
 * A change made with a button. What follows it waits until it is kept; a second press meanwhile
 * changes nothing, and a refusal is told where the button stands.
 */
export function useChange() {
  const { edit, failure } = useForms()
  const [state, setState] = useState<'ready' | 'under way' | 'refused'>('ready')
  const change = async (edits: readonly Edit[], then?: () => void) => {
    if (state === 'under way') return
    setState('under way')
    const isKept = await edit(edits)
    setState(isKept ? 'ready' : 'refused')
    if (isKept) then?.()
  }
  return {
    change,
    /** For the button; it keeps its focus meanwhile. */
    waits: { 'aria-disabled': state === 'under way' },
    refusal: state === 'refused' && failure && (
      <p className={css.wrong} role="alert">
        {failure.message}
      </p>
    ),
  }
}
