/** An axis: from where to where it goes, and where it is numbered. */
export interface Scale {
  from: number
  to: number
  ticks: readonly number[]
  /** How many digits after the point its numbers need. */
  digits: number
}

const PARTS = 4
const ROUND = [1, 2, 5, 10] as const

/** An axis with round numbers that holds all values; it begins at 0 only where they do. */
export function scaleOf(values: readonly number[]): Scale {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const span = most > least ? most - least : Math.abs(most) || 1
  const rough = span / PARTS
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = (ROUND.find((each) => each * size >= rough) ?? 10) * size
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const round = (at: number) => Number((at * step).toFixed(digits))
  return {
    from: round(first),
    to: round(last),
    ticks: Array.from({ length: last - first + 1 }, (_, at) => round(first + at)),
    digits,
  }
}
