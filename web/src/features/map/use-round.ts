import { useCountdown } from './countdown'
import { roundOf, type Round } from './dots'
import { useBoard, useHere } from './ui-store'

/** The round of dots under way as this person has it, told anew as its time goes by. */
export function useRound(): (Round & { clock: string | undefined }) | undefined {
  const { store } = useHere()
  // Of the whole map, only these make a round another one.
  useBoard(({ reading }) => reading.workshop)
  useBoard(({ reading }) => reading.votes)
  const round = roundOf(store.view(), store.now())
  const clock = useCountdown(round?.ends ?? '')
  return round && { ...round, clock }
}
