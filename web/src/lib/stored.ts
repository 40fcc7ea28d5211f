import { useSyncExternalStore } from 'react'

/** A small choice of this reader, kept in this browser and shown everywhere at once. */
export interface Stored<T extends string> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

export function stored<T extends string>(
  key: string,
  fallback: T,
  allowed: readonly T[],
): Stored<T> {
  const listeners = new Set<() => void>()
  const known = (value: string | null): value is T => allowed.includes(value as T)
  const read = (): T => {
    const value = typeof localStorage === 'undefined' ? null : localStorage.getItem(key)
    return known(value) ? value : fallback
  }
  let current = read()
  return {
    get: () => current,
    set: (value) => {
      current = value
      localStorage.setItem(key, value)
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStored<T extends string>(choice: Stored<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.get)
}
