/** Numbers, times and spans of time in the reader's language. */

/** The reader's own region, where the browser names one for the chosen language. */
function regional(language: string): string {
  const own = typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])
  return own.find((each) => each.split('-')[0] === language) ?? language
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const RELATIVE_UP_TO = 7 * DAY
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(regional(language)).format(value)
}

/** Short where room is short: 940, 1.2K, 10K. */
export function formatCompact(value: number, language: string): string {
  return new Intl.NumberFormat(regional(language), {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value)
}

/** "3 minutes ago" within a week, then the date. */
export function formatAgo(at: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000)
  const size = Math.abs(seconds)
  if (size >= RELATIVE_UP_TO) return formatDate(at, language)
  const relative = new Intl.RelativeTimeFormat(regional(language), { numeric: 'auto' })
  if (size < MINUTE) return relative.format(seconds, 'second')
  if (size < HOUR) return relative.format(Math.round(seconds / MINUTE), 'minute')
  if (size < DAY) return relative.format(Math.round(seconds / HOUR), 'hour')
  return relative.format(Math.round(seconds / DAY), 'day')
}

export function formatDate(at: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    // A bare day is the same everywhere; read as a moment it would begin at midnight in London.
    ...(BARE_DAY.test(at) ? { timeZone: 'UTC' } : {}),
  }).format(new Date(at))
}

/** The day it is now for the reader, as in 2026-05-04. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function formatDay(at: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(at))
}

export function formatTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )
}

export function formatMoment(at: string, language: string): string {
  return `${formatDate(at, language)}, ${formatTime(at, language)}`
}

/** "in 2 days", "for 3 hours": the largest whole unit. */
export function formatSpan(milliseconds: number, language: string): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  const [value, unit] =
    seconds < MINUTE
      ? [seconds, 'second']
      : seconds < HOUR
        ? [Math.floor(seconds / MINUTE), 'minute']
        : seconds < DAY
          ? [Math.floor(seconds / HOUR), 'hour']
          : [Math.floor(seconds / DAY), 'day']
  return new Intl.NumberFormat(regional(language), {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'long',
  }).format(Number(value))
}

/** The day in the reader's time zone, as a key to group by. */
export function dayKey(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}
