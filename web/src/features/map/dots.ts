import type { BoardStore, BoardView } from './board-store'
import { freshId, say, type Element } from './wire'

/** A round of dots as one person has it. */
export interface Round {
  isOpen: boolean
  /** When it closes by itself; empty for when somebody closes it. */
  ends: string
  left: number
  budget: number
  isAnonymous: boolean
  isHidden: boolean
}

/** The round under way, if there is one; open until its time is over by the server's clock. */
export function roundOf({ reading, me }: BoardView, now: number): Round | undefined {
  const workshop = reading.workshop
  if (workshop?.['voting'] !== true) return undefined
  const ends = say(workshop, 'votingEnds')
  const given = [...reading.votes.values()].flat().filter((vote) => say(vote, 'author') === me)
  const budget = Number(workshop['dots'] ?? 0)
  return {
    isOpen: ends === '' || Date.parse(ends) > now,
    ends,
    budget,
    left: Math.max(0, budget - given.length),
    isAnonymous: workshop['anonymousVotes'] === true,
    isHidden: workshop['hiddenVotes'] === true,
  }
}

export const ownDots = (view: BoardView, card: string): Element[] =>
  (view.reading.votes.get(card) ?? []).filter((vote) => say(vote, 'author') === view.me)

/** Gives a dot where one may be given; answers how many are left then. */
export function giveDot(store: BoardStore, card: string, label: string): number | undefined {
  const round = roundOf(store.view(), store.now())
  if (!round?.isOpen || round.left === 0) return undefined
  store.act(label, [{ op: 'put', element: { kind: 'vote', id: freshId('v'), target: card } }])
  return round.left - 1
}

export function takeDot(store: BoardStore, card: string, label: string): void {
  const own = ownDots(store.view(), card)[0]
  if (own) store.act(label, [{ op: 'del', id: own.id }])
}
