import type { EndingKind, StepKind } from '~/lib/api-types'

export const ENDING_COLOR: Record<EndingKind, string> = {
  achieved: 'var(--ending-achieved)',
  declined: 'var(--ending-declined)',
  changedPurpose: 'var(--ending-changedPurpose)',
  left: 'var(--ending-left)',
  timedOut: 'var(--ending-timedOut)',
}

export const STEP_KINDS: readonly StepKind[] = [
  'waitFor',
  'talk',
  'decide',
  'ask',
  'split',
  'handOver',
  'note',
]
