import { useTranslation } from 'react-i18next'
import { faceHue } from '~/ui/face'
import { Handle } from './curve-handle'
import { FEELING, path, yOf } from './curve-scale'
import css from './curve.module.css'
import type { RunningStep } from './live-api'
import { pointId, type Column } from './reading'
import { useBoard, useUi } from './ui-store'
import { say } from './wire'

/** Where both curves are drawn, their handles stand side by side. */
const APART = 15
const LEVELS = [2, 1, 0, -1, -2]

/** How a person feels from step to step, as it is and as it is to be; the others' lines lie behind. */
export function Curve({
  columns,
  width,
  felt,
}: {
  columns: readonly Column[]
  width: number
  /** What people said themselves, where the map runs. */
  felt?: readonly RunningStep[] | undefined
}) {
  const { t } = useTranslation()
  const toBe = useUi((ui) => ui.toBe)
  const chosen = useUi((ui) => ui.persona)
  const reading = useBoard((view) => view.reading)
  const subject = chosen || (reading.personas[0]?.id ?? '')
  if (!subject) return <p className={css.nobody}>{t('map.curve.nobody')}</p>
  const xOf = (at: number, curve: 'asIs' | 'toBe') =>
    (at + 0.5) * width + (!toBe ? 0 : curve === 'asIs' ? -APART : APART)
  const spots = (who: string, curve: 'asIs' | 'toBe') =>
    columns.flatMap((column, at) => {
      const point = reading.points.get(pointId(who, column.id, curve))
      return point ? [{ x: xOf(at, curve), y: yOf(FEELING, Number(point['value'])) }] : []
    })
  const asIs = spots(subject, 'asIs')
  const line = path(asIs)
  const first = asIs[0]
  const last = asIs.at(-1)
  const across = columns.length * width
  const others = reading.personas.filter(({ id }) => id !== subject)
  const handles = (curve: 'asIs' | 'toBe') =>
    columns.map((column, at) => (
      <Handle
        key={curve + column.id}
        column={column}
        subject={subject}
        curve={curve}
        scale={FEELING}
        x={xOf(at, curve)}
        label={t(`map.curve.${curve}`, { step: column.name })}
      />
    ))
  return (
    <div className={css.curve} style={{ inlineSize: across, blockSize: FEELING.height }}>
      <svg width={across} height={FEELING.height} className={css.drawing} aria-hidden="true">
        {LEVELS.map((level) => (
          <line
            key={level}
            x1={0}
            x2={across}
            y1={yOf(FEELING, level)}
            y2={yOf(FEELING, level)}
            className={level === 0 ? css.zero : css.level}
          />
        ))}
        {first && last && (
          <path
            d={`${line}L${last.x} ${yOf(FEELING, 0)}L${first.x} ${yOf(FEELING, 0)}Z`}
            className={css.area}
          />
        )}
        {others.map(({ id, ...persona }) => {
          const theirs = spots(id, 'asIs')
          const end = theirs.at(-1)
          return (
            end && (
              <g key={id} className={css.other} style={{ ['--hue' as string]: faceHue(id) }}>
                <path d={path(theirs)} />
                <text x={end.x + 12} y={end.y + 4}>
                  {say({ id, ...persona }, 'name').split(',')[0]}
                </text>
              </g>
            )
          )
        })}
        {toBe && <path d={path(spots(subject, 'toBe'))} className={css.wanted} />}
        <path d={line} className={css.line} />
        {columns.map((column, at) => {
          const said = felt?.find((step) => step.column === column.id && step.feeling !== undefined)
          return (
            said && <Felt key={column.id} step={said} x={(at + 0.5) * width + (toBe ? 0 : APART)} />
          )
        })}
      </svg>
      {handles('asIs')}
      {toBe && handles('toBe')}
    </div>
  )
}

/** The mean of what people said, with how sure it is, beside the point that was drawn. */
function Felt({ step, x }: { step: RunningStep; x: number }) {
  const y = yOf(FEELING, step.feeling!)
  const margin = step.feelingMargin ?? 0
  return (
    <g className={css.felt} data-felt={step.step}>
      <line
        x1={x}
        x2={x}
        y1={yOf(FEELING, Math.min(FEELING.top, step.feeling! + margin))}
        y2={yOf(FEELING, Math.max(FEELING.bottom, step.feeling! - margin))}
      />
      <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} />
    </g>
  )
}
