import type { ReactNode } from 'react'
import css from './plot.module.css'
import type { Scale } from './scale'

export const PLOT_WIDTH = 900
export const PLOT_HEIGHT = 200

interface Props {
  scale: Scale
  /** What the numbers at its side count. */
  unit: string
  show: (value: number) => string
  /** What the picture says, for whoever does not see it. */
  label: string
  children: ReactNode
}

/** How far down something lies in the picture. */
export const heightOf = (scale: Scale, value: number) =>
  (PLOT_HEIGHT * (scale.to - value)) / (scale.to - scale.from)

/** A picture of lines over time with a numbered axis at its side. */
export function Plot({ scale, unit, show, label, children }: Props) {
  return (
    <>
      <p className={css.unit}>{unit}</p>
      <div className={css.plot}>
        <div className={css.ticks} aria-hidden="true">
          {scale.ticks.map((tick) => (
            <span
              key={tick}
              style={{ insetBlockStart: `${(100 * heightOf(scale, tick)) / PLOT_HEIGHT}%` }}
            >
              {show(tick)}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          {scale.ticks.map((tick) => (
            <line
              key={tick}
              x1={0}
              x2={PLOT_WIDTH}
              y1={heightOf(scale, tick)}
              y2={heightOf(scale, tick)}
            />
          ))}
          {children}
        </svg>
      </div>
    </>
  )
}
