import type { TFunction } from 'i18next'

const ROLES = [
  'designer',
  'approver',
  'facilitator',
  'helper',
  'coach',
  'analyst',
  'dataProtectionOfficer',
  'operator',
] as const

/** A role as people call it; one that is new here stays as the server names it. */
export function roleInWords(role: string, t: TFunction): string {
  const known = ROLES.find((each) => each === role)
  return known ? t(`roles.${known}`) : role
}
