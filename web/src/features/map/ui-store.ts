import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BoardStore, BoardView } from './board-store'

/** What this person looks at; nobody else's matter. */
export interface Ui {
  selected: string | undefined
  editing: string | undefined
  /** The cell in which a new card is being written. */
  writing: { lane: string; column: string; turn: number } | undefined
  /** What of the details takes the focus as soon as they are drawn. */
  into: 'details' | 'comment' | undefined
  /** The card that takes the focus as soon as it is drawn. */
  focusOn: string | undefined
  moving: string | undefined
  persona: string
  /** The team whose feeling and effort show. */
  team: string
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
    writing: undefined,
    into: undefined,
    focusOn: undefined,
    moving: undefined,
    persona: '',
    team: '',
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

const ZOOM_MIN = 0.4
const ZOOM_MAX = 1.8
export const ZOOM_STEP = 0.1
export const boundZoom = (zoom: number) => Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, zoom))

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
