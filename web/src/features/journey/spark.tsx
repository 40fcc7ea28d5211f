import { memo } from 'react'
import { TRAIL_LENGTH } from './live-store'

const WIDTH = 62
const HEIGHT = 20

/** Arrivals of the last two minutes as small bars; the numbers stand beside it in words. */
export const Spark = memo(function Spark({
  trail,
  color,
}: {
  trail: readonly number[]
  color: string
}) {
  const most = Math.max(1, ...trail)
  const pitch = WIDTH / TRAIL_LENGTH
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1="0" y1={HEIGHT - 0.5} x2={WIDTH} y2={HEIGHT - 0.5} stroke="var(--line)" />
      {trail.map((each, at) => {
        const height = (each / most) * (HEIGHT - 2)
        const x = WIDTH - (trail.length - at) * pitch
        return (
          each > 0 && (
            <rect
              key={at}
              x={x}
              y={HEIGHT - 1 - height}
              width={pitch - 0.5}
              height={height}
              rx="0.5"
              fill={color}
            />
          )
        )
      })}
    </svg>
  )
})
