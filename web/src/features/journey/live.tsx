import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Moved } from '~/lib/api-types'
import { followFeed, type FeedState } from '~/lib/feed'
import { readCounts } from './api'
import { LiveStore } from './live-store'

export interface Live {
  store: LiveStore
  state: FeedState
  onMoved: (listener: (moved: Moved) => void) => () => void
}

/** The live numbers and moves of a journey for as long as it is looked at. */
export function useLive(journey: string): Live {
  const [state, setState] = useState<FeedState>('connecting')
  const { store, movers } = useMemo(
    () => ({ journey, store: new LiveStore(), movers: new Set<(moved: Moved) => void>() }),
    [journey],
  )
  useEffect(() => {
    const gone = new AbortController()
    const read = () =>
      readCounts(journey, gone.signal).then(
        (counts) => store.accept(counts),
        () => undefined, // The feed's own state already says that the line is down.
      )
    void read()
    const stop = followFeed(
      { journey },
      {
        counts: (counts) => store.accept(counts),
        moved: (moved) => movers.forEach((listener) => listener(moved)),
        reset: () => void read(),
        state: setState,
      },
    )
    return () => {
      gone.abort()
      stop()
    }
  }, [journey, store, movers])
  return useMemo(
    () => ({
      store,
      state,
      onMoved: (listener) => {
        movers.add(listener)
        return () => movers.delete(listener)
      },
    }),
    [store, movers, state],
  )
}

const LiveContext = createContext<Live | undefined>(undefined)
export const LiveProvider = LiveContext.Provider

export function useLiveContext(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('used outside of a live journey')
  return live
}

function useFrom<T>(key: string, read: (store: LiveStore) => T): T {
  const { store } = useLiveContext()
  return useSyncExternalStore(
    (listener) => store.subscribe(key, listener),
    () => read(store),
  )
}

export const useStepLive = (id: string) => useFrom(`step:${id}`, (store) => store.step(id))
export const useEndingCount = (id: string) => useFrom(`ending:${id}`, (store) => store.ending(id))
export const useTotals = () => useFrom('total', (store) => store.total())
export const useTransitionCount = (key: string) =>
  useFrom(`transition:${key}`, (store) => store.transition(key))
export const useIsMainWay = (key: string) => useFrom('any', (store) => store.isMainWay(key))
export const useBusiestTransition = () => useFrom('any', (store) => store.busiestTransition())
export const useDotUnit = () => useFrom('any', (store) => dotUnit(store.busiestStep()))

/** The most dots that fit in one step. */
export const DOTS_MAX = 96
const NICE = [1, 2, 5]

/** How many people one dot stands for, so that the busiest step just fits: 1, 2, 5, 10, 20... */
export function dotUnit(busiest: number): number {
  for (let power = 1; ; power *= 10) {
    for (const nice of NICE) if (busiest <= nice * power * DOTS_MAX) return nice * power
  }
}
