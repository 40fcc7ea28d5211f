import { useLayoutEffect, useRef } from 'react'

const REACHABLE = 'a[href], button:not(:disabled), input:not(:disabled)'

/**
 * Passes the focus on when an entry of a list goes because of what was pressed in it: to the next
 * entry, else to the one before, else to the title of the page.
 */
export function useFocusPassed<E extends HTMLElement>() {
  const entry = useRef<E>(null)
  const wasPressed = useRef(false)
  useLayoutEffect(() => {
    const node = entry.current
    return () => {
      const focused = document.activeElement
      if (!node || !wasPressed.current) return
      if (focused !== document.body && !node.contains(focused)) return
      const entries = [...(node.parentElement?.querySelectorAll('[data-entry]') ?? [])]
      const at = entries.indexOf(node)
      const next = (entries[at + 1] ?? entries[at - 1])?.querySelector<HTMLElement>(REACHABLE)
      const title = document.querySelector('h1')
      if (!next && title) title.tabIndex = -1
      ;(next ?? title)?.focus()
    }
  }, [])
  return {
    /** To be spread on the entry. */
    passing: { ref: entry, 'data-entry': '' },
    pressed: () => {
      wasPressed.current = true
    },
  }
}
