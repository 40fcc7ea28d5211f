import { addCards, wordsMax } from './gestures'
import { PLACED, type Reading } from './reading'
import type { Doc } from './replica'
import { say, WORDS, type Batch, type Op, type Refused, type Value } from './wire'

/** A text that somebody else changed or deleted while it was being written here. */
export interface Conflict {
  /** The gesture that was refused. */
  batch: string
  element: string
  field: string
  mine: Value
  theirs: Value
  isDeleted: boolean
  /** Whether there is a place for both texts. */
  canKeepBoth: boolean
}

/** What is in conflict where a gesture was refused, if words would be lost by it. */
export function conflictOf(refused: Refused, batch: Batch, doc: Doc): Conflict | undefined {
  const isDeleted = refused.code === 'deleted'
  const set = batch.ops.find((op) => op.op === 'set' && op.id === refused.element)
  if ((!isDeleted && refused.code !== 'conflict') || set?.op !== 'set') return undefined
  const gone = doc.deleted.get(set.id)
  const words = Object.keys(set.fields).find((name) => typeof set.was?.[name] === 'string')
  const field = isDeleted ? words : refused.field
  if (!field || (isDeleted && !gone)) return undefined
  const element = doc.live.get(set.id)
  const isCard = element !== undefined && PLACED.has(element.kind)
  return {
    batch: batch.id,
    element: set.id,
    field,
    mine: set.fields[field] ?? '',
    theirs: refused.theirs ?? '',
    isDeleted,
    canKeepBoth: isCard && WORDS[element.kind] === field,
  }
}

/** The gesture that settles it; both texts share a card, or stand side by side if it has no room. */
export function settling(
  { element: id, field, mine, theirs, isDeleted }: Conflict,
  how: 'mine' | 'both',
  doc: Doc,
  reading: Reading,
): Op[] {
  if (isDeleted) {
    const gone = doc.deleted.get(id)
    return gone ? [{ op: 'put', element: { ...gone, [field]: mine } }] : []
  }
  const card = doc.live.get(id)
  const both = `${String(theirs)}\n${String(mine)}`
  if (how === 'mine' || !card) return [{ op: 'set', id, fields: { [field]: mine } }]
  if (both.length <= wordsMax(card.kind)) return [{ op: 'set', id, fields: { [field]: both } }]
  const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
  return addCards(reading, spot, [String(mine)], say(card, 'persona')).ops
}
