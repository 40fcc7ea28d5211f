import { useState } from 'react'
import { useHere } from './ui-store'

/**
 * Words that are being typed and were not sent: this window keeps them until they are, so that they
 * show again where their field went away, or the page was loaded again.
 *
 * @param place what they are typed into, the same after the page is loaded again
 */
export function useHalfTyped(place: string): [string, (text: string) => void] {
  const { store } = useHere()
  const key = `cairn.board.${store.id}.typed.${place}`
  const [typed, setTyped] = useState({ key, text: kept(key) })
  if (typed.key !== key) setTyped({ key, text: kept(key) })
  return [
    typed.text,
    (text) => {
      setTyped({ key, text })
      keep(key, text)
    },
  ]
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    // A browser that keeps nothing shows them until the page is left.
  }
}
