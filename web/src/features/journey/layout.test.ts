import { describe, expect, it } from 'vitest'
import type { Ending, Journey, Step, Transition } from '~/lib/api-types'
import { groupBy } from '~/lib/group-by'
import { layOut } from './layout'
import { routeBetween } from './route'

const step = (id: string, stage: string): Step => ({
  id,
  name: id,
  stage,
  kind: 'waitFor',
  description: '',
})
const way = (from: string, to: string): Transition => ({ from, to, kind: 'event' })
const ending = (id: string): Ending => ({ id, name: id, kind: 'achieved', description: '' })

function journey(steps: Step[], transitions: Transition[], endings: Ending[] = []): Journey {
  return {
    id: 'first-home',
    name: 'First home',
    description: '',
    purpose: '',
    beginnings: [{ id: 'start', step: 'wish', kind: 'event' }],
    version: 1,
    versions: [1],
    stages: [
      { id: 'dream', name: 'Dream', description: '' },
      { id: 'look', name: 'Look', description: '' },
    ],
    steps,
    transitions,
    endings,
  }
}

describe('the canvas', () => {
  it('stands stages side by side and the endings last, all of one size', () => {
    const { bands, placed } = layOut(
      journey(
        [step('wish', 'dream'), step('visit', 'look')],
        [way('wish', 'visit'), way('visit', 'home'), way('visit', 'no')],
        [ending('home'), ending('no')],
      ),
    )

    expect(bands.map((band) => band.id || 'endings')).toEqual(['dream', 'look', 'endings'])
    expect(placed.get('wish')!.x).toBeLessThan(placed.get('visit')!.x)
    expect(placed.get('home')!.height).toBe(placed.get('no')!.height)
    expect(placed.get('home')!.width).toBe(placed.get('no')!.width)
  })

  it('stands a step below those that lead to it, loops or not', () => {
    const { placed } = layOut(
      journey(
        [step('c', 'dream'), step('a', 'dream'), step('b', 'dream')],
        [way('a', 'b'), way('b', 'c'), way('c', 'a'), way('b', 'b')],
      ),
    )

    const rows = ['a', 'b', 'c'].map((id) => placed.get(id)!.row)
    expect(new Set(rows).size).toBe(3)
    expect(placed.get('b')!.row).toBe((placed.get('a')!.row + 1) % 3)
  })

  it('lets no two steps overlap, however many a stage has', () => {
    const steps = Array.from({ length: 23 }, (_, at) => step(`s${at}`, at % 3 ? 'dream' : 'look'))
    const all = [...layOut(journey(steps, [])).placed.values()]

    for (const a of all)
      for (const b of all) {
        const apart =
          a === b ||
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y
        expect(apart, `${a.id} and ${b.id}`).toBe(true)
      }
  })

  it('cuts a long stage into parts about equally high', () => {
    const steps = Array.from({ length: 19 }, (_, at) => step(`s${at}`, 'dream'))
    const { placed } = layOut(journey(steps, []))
    const parts = groupBy([...placed.values()], (each) => each.x)

    const sizes = [...parts.values()].map((part) => part.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2)
  })

  it('draws a step that nobody rests at smaller', () => {
    const { placed } = layOut(
      journey([step('wait', 'dream'), { ...step('talk', 'dream'), kind: 'talk' }], []),
    )

    expect(placed.get('talk')!.height).toBeLessThan(placed.get('wait')!.height)
  })

  it('leaves out a stage without steps and a way to nowhere', () => {
    const { bands, transitions } = layOut(journey([step('wish', 'dream')], [way('wish', 'gone')]))

    expect(bands).toHaveLength(1)
    expect(transitions).toEqual([])
  })

  it('draws two ways between the same steps as one that names both', () => {
    const { transitions } = layOut(
      journey(
        [step('wish', 'dream'), step('visit', 'look')],
        [
          { ...way('wish', 'visit'), label: 'booked' },
          { ...way('wish', 'visit'), label: 'walked in' },
        ],
      ),
    )

    expect(transitions).toMatchObject([{ label: 'booked · walked in' }])
  })

  it('draws ways onward, down, aside and back, and far ones below the steps', () => {
    const layout = layOut(
      journey(
        [step('a', 'dream'), step('b', 'dream'), step('c', 'dream'), step('d', 'look')],
        [way('a', 'b'), way('b', 'c'), way('a', 'home')],
        [ending('home')],
      ),
    )
    const kind = (from: string, to: string) =>
      routeBetween(layout.placed.get(from)!, layout.placed.get(to)!, layout).kind

    expect(kind('a', 'd')).toBe('onward')
    expect(kind('a', 'b')).toBe('down')
    expect(kind('a', 'c')).toBe('aside')
    expect(kind('c', 'a')).toBe('aside')
    expect(kind('d', 'a')).toBe('back')
    expect(kind('a', 'home')).toBe('far')
  })

  it('runs no way over a step it does not lead to', () => {
    const steps = Array.from({ length: 30 }, (_, at) =>
      step(`s${at}`, at % 2 === 0 ? 'dream' : 'look'),
    )
    const all = steps.flatMap((from) => steps.map((to) => way(from.id, to.id)))
    const layout = layOut(journey(steps, [...all, way('s0', 'home')], [ending('home')]))

    const over: string[] = []
    for (const { from, to } of layout.transitions) {
      if (from === to) continue
      const [a, b] = [layout.placed.get(from)!, layout.placed.get(to)!]
      for (const [x1, y1, x2, y2] of segments(routeBetween(a, b, layout).path)) {
        for (const card of layout.placed.values()) {
          const apart =
            card === a ||
            card === b ||
            Math.max(x1, x2) <= card.x ||
            Math.min(x1, x2) >= card.x + card.width ||
            Math.max(y1, y2) <= card.y ||
            Math.min(y1, y2) >= card.y + card.height
          if (!apart) over.push(`${from}>${to} over ${card.id}`)
        }
      }
    }
    expect(over).toEqual([])
  })
})

/** The straight parts of a path, and the straight line between the ends of each bend. */
function segments(path: string): [number, number, number, number][] {
  const parts: [number, number, number, number][] = []
  let [x, y] = [0, 0]
  for (const [, letter, rest] of path.matchAll(/([MHVLQC])([^MHVLQC]*)/g)) {
    const numbers = rest!
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const [toX, toY] =
      letter === 'H' ? [numbers[0]!, y] : letter === 'V' ? [x, numbers[0]!] : numbers.slice(-2)
    if (letter !== 'M') parts.push([x, y, toX!, toY!])
    ;[x, y] = [toX!, toY!]
  }
  return parts
}
