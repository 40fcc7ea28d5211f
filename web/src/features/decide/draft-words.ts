import type { TFunction } from 'i18next'

export const DRAFT_STATES = ['draft', 'inReview', 'approved', 'published', 'discarded'] as const

export function stateInWords(state: string, t: TFunction): string {
  const known = DRAFT_STATES.find((each) => each === state)
  return known ? t(`decide.drafts.states.${known}`) : state
}

const SYSTEMS = ['local', 'open-house', 'demo', 'command-line', 'reported-harm'] as const

/** Who did something: a colleague's name as it is, a part of the system in words. */
export function actorInWords(actor: string, t: TFunction): string {
  const known = SYSTEMS.find((each) => `system:${each}` === actor)
  return known ? t(`decide.drafts.systems.${known}`) : actor
}
