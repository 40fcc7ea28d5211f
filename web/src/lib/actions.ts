import { useEffect, useSyncExternalStore } from 'react'

/** What a person can do here: the palette, the keyboard and the key list all read it. */
export interface Action {
  id: string
  label: string
  /** The heading it stands under. */
  group: string
  /** "mod+k", "?", "g p" (one after the other). */
  keys?: string
  /** More words it may be found by. */
  words?: string
  run: () => void
}

let actions: readonly Action[] = []
const listeners = new Set<() => void>()

function change(next: readonly Action[]) {
  actions = next
  listeners.forEach((listener) => listener())
}

/** Offers these actions while the component is shown. Keep the array stable with useMemo. */
export function useOffer(offered: readonly Action[]): void {
  useEffect(() => {
    change([...actions, ...offered])
    return () => change(actions.filter((action) => !offered.includes(action)))
  }, [offered])
}

export const currentActions = () => actions

export function useActions(): readonly Action[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentActions)
}
