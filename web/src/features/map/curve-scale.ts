/** How values lie in the height of a drawing: the top and bottom of what may be said, in pixels. */
export interface Scale {
  measure: 'feeling' | 'effort'
  top: number
  bottom: number
  height: number
  pad: number
  /** One press of an arrow key. */
  step: number
}

export const FEELING: Scale = {
  measure: 'feeling',
  top: 2,
  bottom: -2,
  height: 168,
  pad: 26,
  step: 0.5,
}
export const STAFF_FEELING: Scale = { ...FEELING, height: 96, pad: 16 }
export const EFFORT: Scale = {
  measure: 'effort',
  top: 5,
  bottom: 0,
  height: 64,
  pad: 12,
  step: 0.5,
}

export const yOf = ({ top, bottom, height, pad }: Scale, value: number) =>
  pad + ((top - value) / (top - bottom)) * (height - 2 * pad)

export const valueAt = ({ top, bottom, height, pad }: Scale, y: number) =>
  top - ((y - pad) / (height - 2 * pad)) * (top - bottom)

export const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace('-', '−'))

interface Spot {
  x: number
  y: number
}

/** A line through the points that never swings past them: each piece leaves and arrives level. */
export function path(spots: readonly Spot[]): string {
  return spots
    .map(({ x, y }, at) => {
      const before = spots[at - 1]
      if (!before) return `M${x} ${y}`
      const half = (before.x + x) / 2
      return `C${half} ${before.y} ${half} ${y} ${x} ${y}`
    })
    .join('')
}
