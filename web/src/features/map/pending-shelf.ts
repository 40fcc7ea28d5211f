import type { Batch } from './wire'

interface Kept {
  me: string
  at: number
  /** Which it was of those kept within one millisecond. */
  turn?: number
  batch: Batch
}

/**
 * Gestures that the server has not confirmed, kept in the browser until it has. Each lies by itself,
 * so that two windows on one map keep theirs beside each other; a window that opens takes over what
 * all of them left, and what is sent twice counts once.
 */
export class PendingShelf {
  readonly #prefix: string
  readonly #here = new Set<string>()
  #turn = 0

  constructor(board: string) {
    this.#prefix = `cairn.board.${board}.pending.`
  }

  /** What this member left here, in the order in which it was done. */
  kept(member: string): Batch[] {
    const all: Kept[] = []
    for (const key of this.#keys()) {
      const kept = parsed(localStorage.getItem(key))
      if (!kept) localStorage.removeItem(key)
      else if (kept.me === member) all.push(kept)
    }
    const batches = all
      .toSorted((a, b) => a.at - b.at || (a.turn ?? 0) - (b.turn ?? 0))
      .map(({ batch }) => batch)
    batches.forEach(({ id }) => this.#here.add(id))
    return batches
  }

  /** Keeps what is pending and lets go what no longer is; false where the browser keeps nothing. */
  keep(me: string, pending: readonly Batch[]): boolean {
    const ids = new Set(pending.map(({ id }) => id))
    for (const id of this.#here)
      if (!ids.has(id)) {
        localStorage.removeItem(this.#prefix + id)
        this.#here.delete(id)
      }
    try {
      for (const batch of pending)
        if (!this.#here.has(batch.id)) {
          const kept: Kept = { me, at: Date.now(), turn: this.#turn++, batch }
          localStorage.setItem(this.#prefix + batch.id, JSON.stringify(kept))
          this.#here.add(batch.id)
        }
      return true
    } catch {
      return false
    }
  }

  #keys(): string[] {
    return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix))
  }
}

function parsed(text: string | null): Kept | undefined {
  try {
    const { me, at, turn, batch } = JSON.parse(text ?? '') as Partial<Kept>
    return me !== undefined && at !== undefined && Array.isArray(batch?.ops)
      ? { me, at, ...(turn === undefined ? {} : { turn }), batch }
      : undefined
  } catch {
    return undefined
  }
}
