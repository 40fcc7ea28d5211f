import type { TFunction } from 'i18next'
import type { Limits } from '~/lib/api-types'
import { formatMoment, formatSpan } from '~/lib/format'

const ISO_SPAN = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The length of an ISO-8601 span of days and time, in milliseconds. */
export function spanMillis(span: string): number | undefined {
  const parts = ISO_SPAN.exec(span)
  if (!parts) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
}

/** A person's own limits, each as a sentence. */
export function limitsInWords(limits: Limits, t: TFunction, language: string): string[] {
  const caps = limits.caps.map((cap) => {
    const millis = spanMillis(cap.window)
    const window = millis === undefined ? cap.window : formatSpan(millis, language)
    const by = cap.channelName ?? cap.channel ?? t('person.anyChannel')
    return t('person.cap', { count: cap.contactsMax, channel: by, window })
  })
  const quiet = limits.quiet ? [t('person.quietHours', { ...limits.quiet })] : []
  const silent = limits.silentUntil
    ? [t('person.silentUntil', { when: formatMoment(limits.silentUntil, language) })]
    : []
  return [...caps, ...quiet, ...silent]
}
