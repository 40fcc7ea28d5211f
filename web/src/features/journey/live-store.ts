import type { Counts } from '~/lib/api-types'

/** What one step shows, replaced only when one of its numbers changed. */
export interface StepLive {
  now: number
  arrivedLastHour: number
  leftLastHour: number
  arrivedTotal: number
  /** Arrivals by TRAIL_SECONDS, oldest first, as seen since this page was opened. */
  trail: readonly number[]
}

export interface Totals {
  onTheWay: number
  ended: number
  at: string | undefined
}

export const TRAIL_SECONDS = 4
export const TRAIL_LENGTH = 30

const NOTHING: StepLive = {
  now: 0,
  arrivedLastHour: 0,
  leftLastHour: 0,
  arrivedTotal: 0,
  trail: [],
}
/** A way that carries this share of the busiest is one of the main ways. */
const MAIN_SHARE = 0.08

const NO_TOTALS: Totals = { onTheWay: 0, ended: 0, at: undefined }

type Listener = () => void

/**
 * The live numbers of one journey. Whoever shows a step, an ending or a transition listens to that
 * alone, so a second in which three steps changed draws three steps.
 */
export class LiveStore {
  private steps = new Map<string, StepLive>()
  private endings = new Map<string, number>()
  private transitions = new Map<string, number>()
  private taken: readonly string[] = []
  private busiest = 0
  private main = new Set<string>()
  private totals = NO_TOTALS
  private bucket = 0
  private listeners = new Map<string, Set<Listener>>()

  step = (id: string): StepLive => this.steps.get(id) ?? NOTHING
  ending = (id: string): number => this.endings.get(id) ?? 0
  transition = (key: string): number => this.transitions.get(key) ?? 0
  total = (): Totals => this.totals
  busiestStep = (): number =>
    Math.max(0, ...[...this.steps].map(([id, step]) => (this.endings.has(id) ? 0 : step.now)))
  /** Every way that somebody took, planned or not; the same array until a new one is seen. */
  takenWays = (): readonly string[] => this.taken
  busiestTransition = (): number => this.busiest
  /** Most people go this way: it is broad, or the broadest out of its step. */
  isMainWay = (key: string): boolean => this.main.has(key)

  subscribe(key: string, listener: Listener): () => void {
    const set = this.listeners.get(key) ?? new Set()
    this.listeners.set(key, set.add(listener))
    return () => set.delete(listener)
  }

  accept(counts: Counts): void {
    const changed = new Set<string>()
    const turned = this.turnTrail(Date.parse(counts.at))
    for (const [id, next] of Object.entries(counts.steps)) {
      const last = this.steps.get(id)
      const trail = nextTrail(last, next.arrivedTotal, turned)
      if (last && trail === last.trail && sameNumbers(last, next)) continue
      this.steps.set(id, { ...next, trail })
      changed.add(`step:${id}`)
    }
    note(this.endings, counts.endings, 'ending', changed)
    const before = changed.size
    note(this.transitions, counts.transitions, 'transition', changed)
    if (this.transitions.size !== this.taken.length) {
      this.taken = [...this.transitions.keys()]
      changed.add('taken')
    }
    if (before !== changed.size) this.weighWays()
    const { people, ended, at } = counts
    if (this.totals.onTheWay !== people || this.totals.ended !== ended || !this.totals.at) {
      this.totals = { onTheWay: people, ended, at }
      changed.add('total')
    }
    if (changed.size > 0) changed.add('any')
    for (const key of changed) this.listeners.get(key)?.forEach((listener) => listener())
  }

  private weighWays(): void {
    this.busiest = Math.max(0, ...this.transitions.values())
    const broadest = new Map<string, string>()
    for (const [key, count] of this.transitions) {
      const from = key.slice(0, key.indexOf('>'))
      const other = broadest.get(from)
      if (!other || count > this.transition(other)) broadest.set(from, key)
    }
    this.main = new Set(broadest.values())
    for (const [key, count] of this.transitions) {
      if (count >= MAIN_SHARE * this.busiest) this.main.add(key)
    }
  }

  private turnTrail(millis: number): number {
    const bucket = Math.floor(millis / (TRAIL_SECONDS * 1000))
    const turned = this.bucket === 0 ? 0 : Math.min(TRAIL_LENGTH, Math.max(0, bucket - this.bucket))
    this.bucket = Math.max(bucket, this.bucket)
    return turned
  }
}

function sameNumbers(a: StepLive, b: Omit<StepLive, 'trail'>): boolean {
  return (
    a.now === b.now &&
    a.arrivedLastHour === b.arrivedLastHour &&
    a.leftLastHour === b.leftLastHour &&
    a.arrivedTotal === b.arrivedTotal
  )
}

function nextTrail(before: StepLive | undefined, total: number, turned: number): readonly number[] {
  if (!before) return []
  const arrived = Math.max(0, total - before.arrivedTotal)
  const still = arrived === 0 && (turned === 0 || before.trail.every((each) => each === 0))
  if (still) return before.trail
  const trail = before.trail.length === 0 ? [0] : [...before.trail]
  for (let turn = 0; turn < turned; turn++) trail.push(0)
  trail[trail.length - 1] = (trail.at(-1) ?? 0) + arrived
  return trail.slice(-TRAIL_LENGTH)
}

function note(
  into: Map<string, number>,
  from: Record<string, number>,
  kind: string,
  changed: Set<string>,
): void {
  for (const [id, value] of Object.entries(from)) {
    if (into.get(id) === value) continue
    into.set(id, value)
    changed.add(`${kind}:${id}`)
  }
}
