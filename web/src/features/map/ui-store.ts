import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BoardStore, BoardView } from './board-store'

/** What this person looks at; nobody else's matter. */
export interface Ui {
  selected: string | undefined
  editing: string | undefined
  /** The card that takes the focus as soon as it is drawn. */
  focusOn: string | undefined
  moving: string | undefined
  persona: string
  toBe: boolean
  silo: boolean
  /** Whether a map that runs shows how people go along it. */
  live: boolean
  zoom: number
  collapsed: ReadonlySet<string>
  find: string
  /** Several cards at once. */
  chosen: ReadonlySet<string>
  /** Whether the map is read as a list. */
  outline: boolean
  overlay: 'share' | 'workshop' | 'votes' | 'parking' | 'arrange' | 'stages' | undefined
}

export class UiStore {
  #state: Ui = {
    selected: undefined,
    editing: undefined,
    focusOn: undefined,
    moving: undefined,
    persona: '',
    toBe: false,
    silo: false,
    live: true,
    zoom: 1,
    collapsed: new Set(),
    find: '',
    chosen: new Set(),
    outline: false,
    overlay: undefined,
  }
  #listeners = new Set<() => void>()

  get = (): Ui => this.#state

  set(patch: Partial<Ui>): void {
    this.#state = { ...this.#state, ...patch }
    this.#listeners.forEach((listener) => listener())
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export interface Here {
  store: BoardStore
  ui: UiStore
}

export const BoardContext = createContext<Here | undefined>(undefined)

export function useHere(): Here {
  const here = useContext(BoardContext)
  if (!here) throw new Error('This part belongs on a board.')
  return here
}

/** A part of what this person looks at; give back plain values, so that little is drawn again. */
export function useUi<T>(part: (ui: Ui) => T): T {
  const { ui } = useHere()
  return useSyncExternalStore(ui.subscribe, () => part(ui.get()))
}

/** A part of the board; give back what is the same object while it has not changed. */
export function useBoard<T>(part: (view: BoardView) => T): T {
  const { store } = useHere()
  return useSyncExternalStore(store.subscribe, () => part(store.view()))
}
