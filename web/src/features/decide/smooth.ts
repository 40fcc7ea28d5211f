/** Neighbours as far as the reach, averaged by the weight of each. */
export function smooth<T>(
  points: readonly T[],
  reach: number,
  weight: (point: T) => number,
  of: (point: T) => number,
): number[] {
  return points.map((_, at) => {
    const near = points.slice(Math.max(0, at - reach), at + reach + 1)
    const all = near.reduce((sum, point) => sum + weight(point), 0)
    return near.reduce((sum, point) => sum + of(point) * weight(point), 0) / Math.max(1, all)
  })
}
