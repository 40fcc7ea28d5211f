import { idOf, same, STAMPED, type Batch, type Element, type Op, type Revision } from './wire'

/** Elements by id, and those that were deleted: a document that is never changed in place. */
export class Doc {
  constructor(
    readonly live: ReadonlyMap<string, Element> = new Map(),
    readonly deleted: ReadonlyMap<string, Element> = new Map(),
  ) {}

  static of(elements: readonly Element[], deleted: readonly Element[] = []): Doc {
    return new Doc(byId(elements), byId(deleted))
  }
}

const byId = (elements: readonly Element[]) =>
  new Map(elements.map((element) => [element.id, element]))

/** Two maps that are being changed, copied from a document once for a whole gesture. */
export class Draft {
  readonly live: Map<string, Element>
  readonly deleted: Map<string, Element>

  constructor(doc: Doc) {
    this.live = new Map(doc.live)
    this.deleted = new Map(doc.deleted)
  }

  /** An operation that has nothing to work on does nothing, so this never fails. */
  apply(op: Op): void {
    switch (op.op) {
      case 'put':
        this.live.set(op.element.id, op.element)
        this.deleted.delete(op.element.id)
        return
      case 'set': {
        const before = this.live.get(op.id)
        if (before) this.live.set(op.id, { ...before, ...op.fields })
        return
      }
      case 'del': {
        const before = this.live.get(op.id)
        if (!before) return
        this.live.delete(op.id)
        this.deleted.set(op.id, before)
      }
    }
  }

  /** The element as another document has it. */
  reset(to: Doc, id: string): void {
    const theirs = to.live.get(id)
    const gone = to.deleted.get(id)
    if (theirs) this.live.set(id, theirs)
    else this.live.delete(id)
    if (gone) this.deleted.set(id, gone)
    else this.deleted.delete(id)
  }

  done(): Doc {
    return new Doc(this.live, this.deleted)
  }
}

export function applied(doc: Doc, ops: readonly Op[]): Doc {
  const draft = new Draft(doc)
  ops.forEach((op) => draft.apply(op))
  return draft.done()
}

function restore(before: Element, after: Element): Op | undefined {
  if (before.kind !== after.kind) return { op: 'put', element: before }
  const fields: Record<string, Element[string]> = {}
  const was: Record<string, Element[string]> = {}
  for (const field of Object.keys(before)) {
    const now = after[field]
    if (STAMPED.has(field) || now === undefined || same(before[field], now)) continue
    fields[field] = before[field]!
    was[field] = now
  }
  return Object.keys(fields).length > 0 ? { op: 'set', id: before.id, fields, was } : undefined
}

/** The operations that take others back, given the document before them. */
export function inverseOf(doc: Doc, ops: readonly Op[]): Op[] {
  const draft = new Draft(doc)
  const undone: Op[] = []
  for (const op of ops) {
    const before = draft.live.get(idOf(op))
    draft.apply(op)
    const after = draft.live.get(idOf(op))
    if (op.op === 'put' && !before) undone.push({ op: 'del', id: op.element.id })
    else if (op.op === 'del' && before) undone.push({ op: 'put', element: before })
    else if (before && after) {
      const back = restore(before, after)
      if (back) undone.push(back)
    }
  }
  return undone.toReversed()
}

/** What of an inverse still fits: not what holds something else by now, is there, or is gone. */
export function fitting(doc: Doc, inverse: readonly Op[]): Op[] {
  const draft = new Draft(doc)
  const fits: Op[] = []
  for (const op of inverse) {
    const there = draft.live.get(idOf(op))
    let kept: Op | undefined
    if (op.op === 'put') kept = there ? undefined : op
    else if (op.op === 'del') kept = there ? op : undefined
    else if (there) {
      const names = Object.keys(op.fields).filter(
        (name) => op.was?.[name] !== undefined && same(op.was[name], there[name]),
      )
      if (names.length > 0)
        kept = { op: 'set', id: op.id, fields: pick(op.fields, names), was: pick(op.was!, names) }
    }
    if (!kept) continue
    fits.push(kept)
    draft.apply(kept)
  }
  return fits
}

const pick = <T>(from: Record<string, T>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]!]))

interface Undo {
  of: string
  label: string
  inverse: Op[]
}

const UNDO_MAX = 200

/**
 * The client's half of the protocol, step for step as BoardReplica in the core: what the server
 * confirmed, own gestures that are not confirmed yet, and the view that is the one with the others
 * on top.
 */
export class Replica {
  confirmed = new Doc()
  view = new Doc()
  rev = 0
  pending: Batch[] = []
  #undo: Undo[] = []
  #redo: Undo[] = []

  constructor(public me: string) {}

  get canUndo(): boolean {
    return this.#undo.length > 0
  }

  get canRedo(): boolean {
    return this.#redo.length > 0
  }

  act(id: string, label: string, ops: Op[]): Batch {
    this.#redo = []
    return this.#record(id, label, ops, this.#undo)
  }

  undo(id: string): Batch | undefined {
    return this.#replay(id, this.#undo, this.#redo)
  }

  redo(id: string): Batch | undefined {
    return this.#replay(id, this.#redo, this.#undo)
  }

  /** False where revisions are missing in between: then everything since ours must be asked for. */
  receive(revision: Revision): boolean {
    if (revision.rev <= this.rev) {
      this.#drop(revision.batch.id)
      return true
    }
    if (revision.rev > this.rev + 1) return false
    this.rev = revision.rev
    this.confirmed = applied(this.confirmed, revision.batch.ops)
    const touched = new Set(revision.batch.ops.map(idOf))
    this.#take(revision.batch.id).forEach((op) => touched.add(idOf(op)))
    this.#refresh(touched)
    return true
  }

  repeated(id: string, rev: number): void {
    if (rev <= this.rev) this.#drop(id)
  }

  refused(id: string): void {
    this.#undo = this.#undo.filter((entry) => entry.of !== id)
    this.#redo = this.#redo.filter((entry) => entry.of !== id)
    this.#drop(id)
  }

  /** A fresh beginning; own gestures stay and are sent again. */
  rejoin(rev: number, confirmed: Doc): void {
    this.rev = rev
    this.confirmed = confirmed
    this.view = applied(
      confirmed,
      this.pending.flatMap((batch) => batch.ops),
    )
  }

  #replay(id: string, from: Undo[], to: Undo[]): Batch | undefined {
    for (let entry = from.pop(); entry; entry = from.pop()) {
      const fits = fitting(this.view, entry.inverse)
      if (fits.length > 0) return this.#record(id, entry.label, fits, to)
    }
    return undefined
  }

  #record(id: string, label: string, ops: Op[], history: Undo[]): Batch {
    const batch = { id, author: this.me, label, ops }
    history.push({ of: id, label, inverse: inverseOf(this.view, ops) })
    if (history.length > UNDO_MAX) history.shift()
    this.pending.push(batch)
    this.view = applied(this.view, ops)
    return batch
  }

  #take(id: string): Op[] {
    const taken = this.pending.filter((batch) => batch.id === id)
    if (taken.length > 0) this.pending = this.pending.filter((batch) => batch.id !== id)
    return taken.flatMap((batch) => batch.ops)
  }

  #drop(id: string): void {
    const touched = new Set(this.#take(id).map(idOf))
    if (touched.size > 0) this.#refresh(touched)
  }

  #refresh(touched: ReadonlySet<string>): void {
    const draft = new Draft(this.view)
    touched.forEach((id) => draft.reset(this.confirmed, id))
    for (const batch of this.pending)
      for (const op of batch.ops) if (touched.has(idOf(op))) draft.apply(op)
    this.view = draft.done()
  }
}
