import { describe, expect, it } from 'vitest'
import { applied, Doc, Replica } from './replica'
import { same, type Batch, type Element, type Op, type Revision } from './wire'

/** Draws the same numbers for the same seed (mulberry32). */
function draws(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** A server that orders, refuses conflicts and now and then for no reason, and knows repetitions. */
class Server {
  doc = new Doc()
  log: Revision[] = []
  seen = new Map<string, number>()

  offer(batch: Batch, whim: boolean): Revision | number | 'refused' {
    const known = this.seen.get(batch.id)
    if (known !== undefined) return known
    let doc = this.doc
    for (const op of batch.ops) {
      if (op.op !== 'put' && !doc.live.has(op.id)) return 'refused'
      if (op.op === 'set')
        for (const [name, was] of Object.entries(op.was ?? {})) {
          const theirs = doc.live.get(op.id)![name]
          if (!same(theirs, was) && !same(theirs, op.fields[name])) return 'refused'
        }
      doc = applied(doc, [op])
    }
    if (whim) return 'refused'
    this.doc = doc
    const ops = batch.ops.map((op) => (op.op === 'set' ? { ...op, was: {} } : op))
    const revision = { rev: this.log.length + 1, at: '', batch: { ...batch, ops } }
    this.log.push(revision)
    this.seen.set(batch.id, revision.rev)
    return revision
  }
}

interface Client {
  replica: Replica
  /** Revisions on their way down. */
  down: Revision[]
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const FIELDS = ['text', 'lane', 'order']

function gesture(client: Client, draw: (below: number) => number): Op[] {
  const id = IDS[draw(IDS.length)]!
  const there = client.replica.view.live.get(id)
  const value = `v${draw(9)}`
  switch (draw(5)) {
    case 0:
      return [{ op: 'put', element: { kind: 'note', id, text: value, lane: 'l', order: 'V000' } }]
    case 1:
      return [{ op: 'del', id }]
    case 2:
      return [{ op: 'set', id, fields: { lane: value, order: value } }]
    case 3: {
      const field = FIELDS[draw(FIELDS.length)]!
      const was = there?.[field]
      return [
        { op: 'set', id, fields: { [field]: value }, ...(was ? { was: { [field]: was } } : {}) },
      ]
    }
    default:
      return [
        { op: 'set', id, fields: { text: value } },
        { op: 'set', id: IDS[draw(IDS.length)]!, fields: { lane: value } },
      ]
  }
}

/*
 * Five people change six notes at random, undo and redo, while what they send and hear is delivered
 * at random, answers are lost, and lines break and come back. A client that only looks right ends
 * with another board than the server's.
 */
describe('people who work at once', () => {
  it('all end with the board of the server', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const draw = draws(seed)
      const server = new Server()
      const clients: Client[] = Array.from({ length: 5 }, (_, index) => ({
        replica: new Replica(`p${index}`),
        down: [],
      }))
      let made = 0
      const up = (client: Client, calm: boolean) => {
        const batch = client.replica.pending[0]
        if (!batch) return
        const answer = server.offer(batch, !calm && draw(8) === 0)
        if (answer === 'refused') client.replica.refused(batch.id)
        else if (typeof answer === 'number') client.replica.repeated(batch.id, answer)
        else
          clients.forEach((each) => {
            // The one who sent it may lose the answer, and asks again later.
            if (each !== client || calm || draw(6) > 0) each.down.push(answer)
          })
      }
      const hear = (client: Client) => {
        const next = client.down.shift()
        if (!next || client.replica.receive(next)) return
        client.down = server.log.slice(client.replica.rev)
      }
      for (let step = 0; step < 120; step++) {
        const client = clients[draw(clients.length)]!
        const turn = draw(12)
        if (turn < 5) client.replica.act(`b${made++}`, '', gesture(client, draw))
        else if (turn === 5) client.replica.undo(`b${made++}`)
        else if (turn === 6) client.replica.redo(`b${made++}`)
        else if (turn < 9) up(client, false)
        else if (turn < 11) hear(client)
        else if (draw(2) === 0) client.down = server.log.slice(client.replica.rev)
        else client.replica.rejoin(server.log.length, server.doc)
      }
      while (clients.some((client) => client.replica.pending.length > 0))
        for (const client of clients) {
          client.down = server.log.slice(client.replica.rev)
          while (client.down.length > 0) hear(client)
          up(client, true)
        }
      const truth = Object.fromEntries([...server.doc.live].toSorted())
      for (const client of clients) {
        client.down = server.log.slice(client.replica.rev)
        while (client.down.length > 0) hear(client)
        expect(Object.fromEntries([...client.replica.view.live].toSorted()), `${seed}`).toEqual(
          truth,
        )
      }
    }
  })
})

describe('undo', () => {
  const note = (id: string, text: string): Element => ({ kind: 'note', id, text, lane: 'l' })
  const revision = (rev: number, author: string, ops: Op[]): Revision => ({
    rev,
    at: '',
    batch: { id: `r${rev}`, author, label: '', ops },
  })

  it('takes back only what nobody changed since', () => {
    const me = new Replica('me')
    me.rejoin(1, Doc.of([note('n', 'old')]))
    me.act('b1', '', [{ op: 'set', id: 'n', fields: { text: 'mine', lane: 'm' } }])
    me.receive({
      rev: 2,
      at: '',
      batch: {
        id: 'b1',
        author: 'me',
        label: '',
        ops: [{ op: 'set', id: 'n', fields: { text: 'mine', lane: 'm' } }],
      },
    })
    me.receive(revision(3, 'you', [{ op: 'set', id: 'n', fields: { text: 'yours' } }]))

    me.undo('b2')

    expect(me.view.live.get('n')).toEqual({ ...note('n', 'yours'), lane: 'l' })
  })

  it('brings a deleted note back whole', () => {
    const me = new Replica('me')
    me.rejoin(1, Doc.of([note('n', 'old')]))
    me.act('b1', '', [{ op: 'del', id: 'n' }])

    me.undo('b2')

    expect(me.view.live.get('n')).toEqual(note('n', 'old'))
  })

  it('forgets what the server refused', () => {
    const me = new Replica('me')
    me.act('b1', '', [{ op: 'put', element: note('n', 'mine') }])
    me.refused('b1')

    expect(me.view.live.size).toBe(0)
    expect(me.undo('b2')).toBeUndefined()
  })
})
