import { withQuery } from '~/lib/http'
import { language } from '~/lib/i18n'
import { conflictOf, settling, type Conflict } from './conflict'
import { Line, type LineState } from './line'
import { PendingShelf } from './pending-shelf'
import { read, type Reading } from './reading'
import { Doc, Replica } from './replica'
import {
  freshId,
  say,
  type Batch,
  type FromServer,
  type Op,
  type Refused,
  type Revision,
  type Role,
  type Someone,
} from './wire'

const HERE_EVERY_MILLIS = 100

/** All that a screen of the board shows; a new object whenever any of it changes. */
export interface BoardView {
  reading: Reading
  doc: Doc
  me: string
  role: Role
  joined: boolean
  line: LineState
  why: string
  waiting: number
  rev: number
  people: Someone[]
  canUndo: boolean
  canRedo: boolean
  /** The last refusal, mostly in the server's words, or what else there is to know: `told`. */
  refusal: (Refused & { at: number }) | undefined
  /** What is to be settled first. */
  conflict: Conflict | undefined
}

interface Place {
  x: number
  y: number
  at: string
  selection: string[]
  typing: string
}

/** One board as this browser has it: the replica, the line to the server, and who else is here. */
export class BoardStore {
  readonly #replica = new Replica('')
  #line: Line | undefined
  readonly #listeners = new Set<() => void>()
  readonly #shelf: PendingShelf
  #ahead: number | undefined
  #people: Someone[] = []
  #role: Role = 'viewer'
  #joined = false
  #state: LineState = 'connecting'
  #why = ''
  #refusal: BoardView['refusal']
  #conflicts: readonly Conflict[] = []
  #sent: string | undefined
  #place: Place = { x: 0, y: 0, at: '', selection: [], typing: '' }
  #placeTimer: number | undefined
  #frame: number | undefined
  #view: BoardView

  constructor(
    readonly id: string,
    readonly guest: boolean,
  ) {
    this.#shelf = new PendingShelf(id)
    this.#view = this.#look()
  }

  /** Opens the line; the returned function ends it. */
  start(): () => void {
    const path = () =>
      withQuery(`/v1/boards/${this.id}/live`, {
        guest: this.guest ? 1 : undefined,
        language: language.get(),
      })
    const line = new Line(path, {
      opened: () => {
        this.#sent = undefined
        line.say({ type: 'join', since: this.#joined ? this.#replica.rev : 0 })
      },
      heard: (message) => this.#heard(message),
      state: (state, why) => {
        this.#state = state
        this.#why = why
        this.#changed()
      },
    })
    this.#line = line
    // The server refuses in the language in which the line was opened.
    const unsubscribe = language.subscribe(line.again)
    return () => {
      unsubscribe()
      clearTimeout(this.#placeTimer)
      this.#placeTimer = undefined
      line.end()
    }
  }

  view = (): BoardView => this.#view

  /** The time by the server's clock, as far as what it told shows it. */
  now = (): number => Date.now() + (this.#ahead ?? 0)

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A gesture of this person; nothing where it does nothing. */
  act(label: string, ops: Op[]): void {
    if (ops.length === 0 || this.#role === 'viewer') return
    this.#after(this.#replica.act(freshId('b'), label, ops))
  }

  undo(): boolean {
    return this.#after(this.#replica.undo(freshId('b')))
  }

  redo(): boolean {
    return this.#after(this.#replica.redo(freshId('b')))
  }

  /** Says why something was not done, where it never came as far as the server. */
  refuse(message: string): void {
    this.#show('invalid', message)
  }

  /** Says what came of something that was done, where it is not what one would expect. */
  tell(message: string): void {
    this.#show('told', message)
  }

  #show(code: string, message: string): void {
    this.#refusal = { code, message, at: Date.now() }
    this.#now()
  }

  /** Settles a conflict that waits; nothing where it is settled already. */
  settle(conflict: Conflict, how: 'mine' | 'theirs' | 'both'): void {
    if (!this.#conflicts.includes(conflict)) return
    this.#conflicts = this.#conflicts.filter((each) => each !== conflict)
    if (how !== 'theirs') {
      const { view } = this.#replica
      this.act('', settling(conflict, how, view, this.#view.reading))
    }
    this.#changed()
  }

  /** Tells the others where this person is, a few times a second at most. */
  here(place: Partial<Place>): void {
    this.#place = { ...this.#place, ...place }
    this.#placeTimer ??= window.setTimeout(() => {
      this.#placeTimer = undefined
      if (this.#joined) this.#line?.say({ type: 'here', ...this.#place })
    }, HERE_EVERY_MILLIS)
  }

  #after(batch: Batch | undefined): boolean {
    if (!batch) return false
    this.#keep()
    this.#send()
    this.#now()
    return true
  }

  /** One at a time, in order: the next when the first has been answered. */
  #send(): void {
    const first = this.#replica.pending[0]
    if (!first || !this.#joined || !this.#line?.isOpen || this.#sent === first.id) return
    this.#sent = first.id
    this.#line?.say({ type: 'batch', batch: first })
  }

  #heard(message: FromServer): void {
    if ('at' in message) this.#hearTime(message.at)
    switch (message.type) {
      case 'welcome':
        this.#arrived(message.member, message.role)
        this.#replica.rejoin(
          message.snapshot.rev,
          Doc.of(message.snapshot.elements, message.snapshot.deleted),
        )
        break
      case 'resumed':
        this.#arrived(message.member, message.role)
        message.missed.forEach((revision) => this.#replica.receive(revision))
        break
      case 'revision':
        this.#revision(message)
        break
      case 'repeated':
        this.#replica.repeated(message.batch, message.rev)
        break
      case 'refused':
        this.#refused(message)
        break
      case 'people':
        this.#people = message.people
    }
    if (message.type !== 'people') this.#keep()
    this.#send()
    this.#changed()
  }

  #arrived(member: string, role: Role): void {
    if (!this.#joined) {
      this.#replica.me = member
      this.#replica.pending = this.#shelf.kept(member)
    }
    this.#role = role
    this.#joined = true
    this.here({})
  }

  #revision(revision: Revision): void {
    if (!this.#replica.receive(revision))
      this.#line?.say({ type: 'join', since: this.#replica.rev })
  }

  #refused(refused: Refused): void {
    const batch = this.#replica.pending.find(({ id }) => id === refused.batch)
    if (batch) this.#replica.refused(batch.id)
    this.#refusal = { ...refused, at: Date.now() }
    const conflict = batch && conflictOf(refused, batch, this.#replica.view)
    if (conflict) this.#conflicts = [...this.#conflicts, conflict]
    else if (refused.code === 'deleted') this.#refusal = { ...this.#refusal, code: 'gone' }
  }

  /** What is not confirmed outlives this page. */
  #keep(): void {
    const { pending, me } = this.#replica
    if (!this.#shelf.keep(me, pending)) this.#unkept()
  }

  #unkept(): void {
    if (this.#state === 'open') return
    this.#refusal = { code: 'unkept', message: '', at: Date.now() }
  }

  /** What was told arrives late, never early: the newest time that was told is the nearest. */
  #hearTime(at: string): void {
    const ahead = Date.parse(at) - Date.now()
    if (this.#ahead === undefined || ahead > this.#ahead) this.#ahead = ahead
  }

  /** What others do may wait for the next frame of the screen; what one does oneself may not. */
  #changed(): void {
    this.#frame ??= requestAnimationFrame(() => this.#now())
  }

  #now(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    this.#view = this.#look()
    this.#listeners.forEach((listener) => listener())
  }

  #look(): BoardView {
    const { view, me, pending, rev, canUndo, canRedo } = this.#replica
    const before: BoardView | undefined = this.#view
    return {
      reading: before?.doc === view ? before.reading : read(view, before?.reading),
      doc: view,
      me,
      role: this.#role,
      joined: this.#joined,
      line: this.#state,
      why: this.#why,
      waiting: pending.length,
      rev,
      people: this.#people,
      canUndo,
      canRedo,
      refusal: this.#refusal,
      conflict: this.#conflicts[0],
    }
  }
}

export const titleOf = (view: BoardView): string =>
  view.reading.board ? say(view.reading.board, 'title') : ''
