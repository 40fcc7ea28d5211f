import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { signed, valueAt, yOf, type Scale } from './curve-scale'
import css from './curve.module.css'
import { setPoint } from './gestures'
import { pointId, type Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say } from './wire'

/** One point of a curve: dragged up and down, or set by the arrow keys. */
export function Handle({
  column,
  subject,
  curve,
  scale,
  x,
  label,
}: {
  column: Column
  subject: string
  curve: 'asIs' | 'toBe'
  scale: Scale
  x: number
  label: string
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const id = pointId(subject, column.id, curve, scale.measure)
  const point = useBoard(({ reading }) => reading.points.get(id))
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const box = useRef<DOMRect | undefined>(undefined)
  const value = point ? Number(point['value']) : 0
  const set = (next: number) =>
    store.act(
      t('map.did.feel'),
      setPoint(store.view().reading, { subject, column: column.id, curve, scale }, next),
    )
  const key = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key]
    const end = { Home: scale.bottom, End: scale.top }[event.key]
    const next = end ?? (by === undefined ? undefined : value + by * scale.step)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    set(next)
  }
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !box.current) return
    const zoom = box.current.height / scale.height
    set(valueAt(scale, (event.clientY - box.current.top) / zoom))
  }
  const why = point ? say(point, 'why') : ''
  if (!mayMap && !point) return null
  return (
    <button
      type="button"
      role="slider"
      className={css.handle}
      data-curve={curve}
      data-measure={scale.measure}
      data-missing={point ? undefined : ''}
      style={{ transform: `translate(${x - 14}px, ${yOf(scale, value) - 14}px)` }}
      disabled={!mayMap}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={scale.bottom}
      aria-valuemax={scale.top}
      aria-valuenow={value}
      aria-valuetext={point ? `${signed(value)} ${why}` : t('map.curve.unsaid')}
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
