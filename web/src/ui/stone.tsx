import css from './stone.module.css'

const WIDTH = 200
const HEIGHT = 26
const NARROWEST = 0.12

/** A number in [0, 1) that is always the same for the same two. */
function wobble(seed: number, turn: number): number {
  const value = Math.sin(seed * 127.1 + turn * 311.7) * 43758.5453
  return value - Math.floor(value)
}

function outline(seed: number): string {
  const lift = (turn: number, size: number) => (wobble(seed, turn) - 0.5) * size
  const top = 1.5 + wobble(seed, 1) * 2
  const left = HEIGHT * (0.52 + lift(2, 0.2))
  const right = HEIGHT * (0.52 + lift(3, 0.2))
  const peak = WIDTH * (0.5 + lift(4, 0.3))
  return [
    `M1 ${left}`,
    `C4 ${top + 3} ${peak * 0.45} ${top} ${peak} ${top}`,
    `C${peak + (WIDTH - peak) * 0.6} ${top} ${WIDTH - 5} ${top + 4} ${WIDTH - 1} ${right}`,
    `C${WIDTH} ${HEIGHT - 2} ${WIDTH * 0.86} ${HEIGHT - 1} ${WIDTH * 0.5} ${HEIGHT - 1}`,
    `C${WIDTH * 0.12} ${HEIGHT - 1} 0 ${HEIGHT - 2} 1 ${left}Z`,
  ].join('')
}

/** One stone of a cairn: its width tells the share, its outline only its place in the heap. */
export function Stone({ share, color, seed }: { share: number; color: string; seed: number }) {
  const width = NARROWEST + (1 - NARROWEST) * Math.sqrt(Math.min(1, Math.max(0, share)))
  return (
    <svg
      className={css.stone}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        d={outline(seed)}
        style={{
          fill: color,
          opacity: share === 0 ? 0.28 : 1,
          transform: `scaleX(${width.toFixed(3)})`,
          transformOrigin: 'center bottom',
        }}
      />
    </svg>
  )
}
