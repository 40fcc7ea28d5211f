/** How long people stay at a step: at once where it rounds to no second at all. */
export type Stay = 'stay' | 'mostlyAtOnce' | 'atOnce'

/** Which of them the half and the longest tenth of stays come to, in seconds. */
export function stayOf(medianSeconds: number, longSeconds: number): Stay {
  if (Math.round(longSeconds) <= 0) return 'atOnce'
  return Math.round(medianSeconds) <= 0 ? 'mostlyAtOnce' : 'stay'
}
