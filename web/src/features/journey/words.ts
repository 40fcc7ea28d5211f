import type { TFunction } from 'i18next'
import type { EndingKind } from '~/lib/api-types'

export const ENDING_COLOR: Record<EndingKind, string> = {
  achieved: 'var(--ending-achieved)',
  declined: 'var(--ending-declined)',
  changedPurpose: 'var(--ending-changedPurpose)',
  left: 'var(--ending-left)',
  timedOut: 'var(--ending-timedOut)',
}

const BEGINNINGS = ['event', 'attribute', 'segment', 'absence', 'schedule', 'request'] as const

/** How a journey begins where the beginning has no words of its own. */
export function nameOfBeginning(kind: string, t: TFunction): string {
  return t(`journey.beginnings.${BEGINNINGS.find((each) => each === kind) ?? 'event'}`)
}
