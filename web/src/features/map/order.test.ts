import { describe, expect, it } from 'vitest'
import { byOrder, nth, placeAt, type Neighbour } from './order'

describe('places in a list', () => {
  it('are those of the protocol', () => {
    expect(nth(0)).toBe('V000')
    expect(placeAt([{ id: 'a', order: 'V000' }], 1).key).toBe('V001')
    expect(placeAt([{ id: 'a', order: 'V000' }], 0).key).toBe('Uzzz')
    const two = [
      { id: 'a', order: 'V000' },
      { id: 'b', order: 'V001' },
    ]
    expect(placeAt(two, 1).key).toBe('V000V')
    two[1]!.order = 'V000V'
    expect(placeAt(two, 1).key).toBe('V000F')
  })

  it('keep their order however often one is put between two', () => {
    let neighbours: Neighbour[] = []
    for (let turn = 0; turn < 400; turn++) {
      const index = (turn * 7) % (neighbours.length + 1)
      const { key, moved } = placeAt(neighbours, index)
      const orders = new Map(moved.map(({ id, order }) => [id, order]))
      neighbours = neighbours.map(({ id, order }) => ({ id, order: orders.get(id) ?? order }))
      neighbours.splice(index, 0, { id: `n${turn}`, order: key })
      expect(neighbours.toSorted(byOrder)).toEqual(neighbours)
    }
  })
})
