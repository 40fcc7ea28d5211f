import type { JourneyUnderWay } from './api-types'

/** How a person steers a journey: it rests for a while, or ends. */

const DAY_MILLIS = 86_400_000

/** Days that a journey may rest. */
export const RESTS = ['7', '30', '90'] as const
export type Rest = (typeof RESTS)[number]

/** How a person ends a journey. */
export const ENDINGS = ['declined', 'achieved', 'changedPurpose'] as const
export type Ending = (typeof ENDINGS)[number]

/** How much may be said about why it ends, in characters. */
export const REASON_MAX = 200

export const isAtRest = ({ state }: JourneyUnderWay): boolean =>
  state === 'held' || state === 'paused'

/** When a rest that begins now is over, as an ISO time. */
export const restUntil = (now: number, rest: Rest): string =>
  new Date(now + Number(rest) * DAY_MILLIS).toISOString()
