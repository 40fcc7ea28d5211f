import { describe, expect, it, vi } from 'vitest'
import type { Counts } from '~/lib/api-types'
import { LiveStore, TRAIL_LENGTH, TRAIL_SECONDS } from './live-store'

const NOON = Date.parse('2026-11-21T12:00:00Z')

function counts(seconds: number, search: number, arrived: number): Counts {
  const step = (now: number, arrivedTotal: number) => ({
    now,
    arrivedLastHour: arrivedTotal,
    leftLastHour: 0,
    arrivedTotal,
  })
  return {
    at: new Date(NOON + seconds * 1000).toISOString(),
    journey: 'first-home',
    people: search + 3,
    ended: 7,
    steps: { search: step(search, arrived), visit: step(3, 3) },
    endings: { home: 2, 'no-thanks': 5 },
    transitions: { 'search>visit': 3 },
  }
}

describe('the live numbers of a journey', () => {
  it('wake only those whose numbers changed', () => {
    const store = new LiveStore()
    store.accept(counts(0, 10, 10))
    const search = vi.fn()
    const visit = vi.fn()
    store.subscribe('step:search', search)
    store.subscribe('step:visit', visit)

    store.accept(counts(1, 11, 11))

    expect(search).toHaveBeenCalledOnce()
    expect(visit).not.toHaveBeenCalled()
    expect(store.step('search').now).toBe(11)
  })

  it('are the same object while nothing changed, so nothing is drawn again', () => {
    const store = new LiveStore()
    store.accept(counts(0, 10, 10))
    const before = store.step('search')

    store.accept(counts(1, 10, 10))

    expect(store.step('search')).toBe(before)
  })

  it('leave a trail of arrivals by moments, of a bounded length', () => {
    const store = new LiveStore()
    store.accept(counts(0, 10, 10))
    store.accept(counts(1, 12, 12))
    store.accept(counts(1 + TRAIL_SECONDS, 15, 15))

    expect(store.step('search').trail).toEqual([2, 3])

    store.accept(counts(1 + TRAIL_SECONDS * 500, 15, 16))
    expect(store.step('search').trail).toHaveLength(TRAIL_LENGTH)
    expect(store.step('search').trail.at(-1)).toBe(1)
  })

  it('count everyone who ended, a no as much as a yes', () => {
    const store = new LiveStore()

    store.accept(counts(0, 10, 10))

    expect(store.total()).toMatchObject({ onTheWay: 13, ended: 7 })
  })

  it('know that nobody who ended stands at a step', () => {
    const store = new LiveStore()
    const more = counts(0, 10, 10)
    more.steps['home'] = { now: 900, arrivedLastHour: 0, leftLastHour: 0, arrivedTotal: 900 }

    store.accept(more)

    expect(store.busiestStep()).toBe(10)
  })

  it('tell the main ways: broad ones, and the broadest out of each step', () => {
    const store = new LiveStore()

    store.accept({
      ...counts(0, 10, 10),
      transitions: { 'search>visit': 200, 'search>home': 40, 'search>no': 3, 'visit>home': 2 },
    })

    const main = ['search>visit', 'search>home', 'search>no', 'visit>home', 'visit>no']
    expect(main.filter(store.isMainWay)).toEqual(['search>visit', 'search>home', 'visit>home'])
  })
})
