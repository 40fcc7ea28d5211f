import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import css from './curve.module.css'
import { setFeeling } from './gestures'
import type { RunningStep } from './live-api'
import { pointId, type Column, type Reading } from './reading'
import { useBoard, useHere, useUi } from './ui-store'
import { say } from './wire'

const HEIGHT = 168
const PAD = 26
/** Where both curves are drawn, their handles stand side by side. */
const APART = 15
const TOP = 2
const LEVELS = 4

const yOf = (value: number) => PAD + ((TOP - value) / LEVELS) * (HEIGHT - 2 * PAD)
const valueAt = (y: number) => TOP - ((y - PAD) / (HEIGHT - 2 * PAD)) * LEVELS

interface Spot {
  x: number
  y: number
}

/** A line through the points that never swings past them: each piece leaves and arrives level. */
function path(spots: readonly Spot[]): string {
  return spots
    .map(({ x, y }, at) => {
      const before = spots[at - 1]
      if (!before) return `M${x} ${y}`
      const half = (before.x + x) / 2
      return `C${half} ${before.y} ${half} ${y} ${x} ${y}`
    })
    .join('')
}

const subjectOf = (reading: Reading, persona: string) => persona || (reading.personas[0]?.id ?? '')

/** How the person feels from step to step, as it is and as it is to be, to be drawn by hand or keys. */
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
  const subject = subjectOf(reading, chosen)
  if (!subject) return <p className={css.nobody}>{t('map.curve.nobody')}</p>
  const xOf = (at: number, curve: 'asIs' | 'toBe') =>
    (at + 0.5) * width + (!toBe ? 0 : curve === 'asIs' ? -APART : APART)
  const spots = (curve: 'asIs' | 'toBe') =>
    columns.flatMap((column, at) => {
      const point = reading.points.get(pointId(subject, column.id, curve))
      return point ? [{ x: xOf(at, curve), y: yOf(Number(point['value'])) }] : []
    })
  const asIs = spots('asIs')
  const line = path(asIs)
  const first = asIs[0]
  const last = asIs.at(-1)
  return (
    <div className={css.curve} style={{ inlineSize: columns.length * width, blockSize: HEIGHT }}>
      <svg
        width={columns.length * width}
        height={HEIGHT}
        className={css.drawing}
        aria-hidden="true"
      >
        {[2, 1, 0, -1, -2].map((level) => (
          <line
            key={level}
            x1={0}
            x2={columns.length * width}
            y1={yOf(level)}
            y2={yOf(level)}
            className={level === 0 ? css.zero : css.level}
          />
        ))}
        {first && last && (
          <path d={`${line}L${last.x} ${yOf(0)}L${first.x} ${yOf(0)}Z`} className={css.area} />
        )}
        {toBe && <path d={path(spots('toBe'))} className={css.wanted} />}
        <path d={line} className={css.line} />
        {columns.map((column, at) => {
          const said = felt?.find((step) => step.column === column.id && step.feeling !== undefined)
          return (
            said && <Felt key={column.id} step={said} x={(at + 0.5) * width + (toBe ? 0 : APART)} />
          )
        })}
      </svg>
      {columns.map((column, at) => (
        <Handle
          key={column.id}
          column={column}
          subject={subject}
          curve="asIs"
          x={xOf(at, 'asIs')}
        />
      ))}
      {toBe &&
        columns.map((column, at) => (
          <Handle
            key={column.id}
            column={column}
            subject={subject}
            curve="toBe"
            x={xOf(at, 'toBe')}
          />
        ))}
    </div>
  )
}

/** The mean of what people said, with how sure it is, beside the point that was drawn. */
function Felt({ step, x }: { step: RunningStep; x: number }) {
  const y = yOf(step.feeling!)
  const margin = step.feelingMargin ?? 0
  return (
    <g className={css.felt}>
      <line
        x1={x}
        x2={x}
        y1={yOf(Math.min(TOP, step.feeling! + margin))}
        y2={yOf(Math.max(TOP - LEVELS, step.feeling! - margin))}
      />
      <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} />
    </g>
  )
}

interface HandleProps {
  column: Column
  subject: string
  curve: 'asIs' | 'toBe'
  x: number
}

function Handle({ column, subject, curve, x }: HandleProps) {
  const { t } = useTranslation()
  const { store } = useHere()
  const point = useBoard(({ reading }) => reading.points.get(pointId(subject, column.id, curve)))
  const box = useRef<DOMRect | undefined>(undefined)
  const value = point ? Number(point['value']) : 0
  const set = (next: number) =>
    store.act(t('map.did.feel'), setFeeling(store.view().reading, subject, column.id, curve, next))
  const key = (event: KeyboardEvent) => {
    const step = { ArrowUp: 0.5, ArrowRight: 0.5, ArrowDown: -0.5, ArrowLeft: -0.5 }[event.key]
    const next =
      event.key === 'Home' ? -2 : event.key === 'End' ? 2 : step === undefined ? NaN : value + step
    if (Number.isNaN(next)) return
    event.preventDefault()
    event.stopPropagation()
    set(next)
  }
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !box.current) return
    const zoom = box.current.height / HEIGHT
    set(valueAt((event.clientY - box.current.top) / zoom))
  }
  const why = point ? say(point, 'why') : ''
  return (
    <button
      type="button"
      role="slider"
      className={css.handle}
      data-curve={curve}
      data-missing={point ? undefined : ''}
      style={{ transform: `translate(${x - 14}px, ${yOf(value) - 14}px)` }}
      aria-orientation="vertical"
      aria-label={t(`map.curve.${curve}`, { step: column.name })}
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={value}
      aria-valuetext={point ? `${value > 0 ? '+' : ''}${value} ${why}` : t('map.curve.unsaid')}
      title={why || column.name}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        box.current = event.currentTarget.parentElement!.getBoundingClientRect()
      }}
      onPointerMove={drag}
      onPointerUp={() => (box.current = undefined)}
    />
  )
}
