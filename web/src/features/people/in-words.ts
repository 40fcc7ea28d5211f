import { formatMoment, formatNumber } from '~/lib/format'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** How a reader says yes, and no. */
export type YesNo = readonly [yes: string, no: string]

/** Whatever the server knows, as words: an object as its parts, a list as its members. */
export function inWords(value: unknown, language: string, yesNo: YesNo): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map((each) => inWords(each, language, yesNo)).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, each]) => `${nameInWords(key)} ${inWords(each, language, yesNo)}`)
      .join(' · ')
  }
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'boolean') return yesNo[value ? 0 : 1]
  const text = String(value)
  return INSTANT.test(text) ? formatMoment(text, language) : text
}

/** "emailPerWeek" and "email_per_week" are read as "email per week". */
export function nameInWords(name: string): string {
  return name
    .replace(
      /([\p{Ll}\d])(\p{Lu})/gu,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .replace(/[_.]+/g, ' ')
}
