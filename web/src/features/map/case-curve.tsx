import { useTranslation } from 'react-i18next'
import css from './case-curve.module.css'
import { pointId } from './reading'
import { useCaseWords } from './use-case-words'
import { useBoard } from './ui-store'
import { say, type Element } from './wire'

const WIDTH = 640
const HEIGHT = 150
const SIDE = 26
const TOP = 16
const LOW = 112

/** The whole way as it feels, as it is and as it is to be, with the moment of the case marked. */
export function CaseCurve({ story, column }: { story: Element; column: string }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const reading = useBoard((view) => view.reading)
  const persona = say(story, 'persona') || (reading.personas[0]?.id ?? '')
  const place = reading.columns.findIndex(({ id }) => id === column)
  const now = story['feelingNow']
  const wanted = story['feelingWanted']
  if (typeof now !== 'number') return null
  const x = (at: number) =>
    SIDE + ((WIDTH - 2 * SIDE) * at) / Math.max(1, reading.columns.length - 1)
  const y = (value: number) => TOP + ((2 - value) / 4) * (LOW - TOP)
  const spots = (curve: 'asIs' | 'toBe') =>
    reading.columns.flatMap(({ id }, at) => {
      const point = reading.points.get(pointId(persona, id, curve))
      return point ? [`${x(at)} ${y(Number(point['value']))}`] : []
    })
  const line = (curve: 'asIs' | 'toBe') =>
    spots(curve)
      .map((spot, at) => `${at === 0 ? 'M' : 'L'}${spot}`)
      .join('')
  return (
    <figure className={css.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[2, 1, 0, -1, -2].map((level) => (
          <g key={level}>
            <line
              x1={SIDE}
              x2={WIDTH - SIDE}
              y1={y(level)}
              y2={y(level)}
              className={level === 0 ? css.zero : css.level}
            />
            <text x={SIDE - 6} y={y(level) + 3.5} textAnchor="end">
              {words.signed(level)}
            </text>
          </g>
        ))}
        <path d={line('toBe')} className={css.wanted} />
        <path d={line('asIs')} className={css.line} />
        {place >= 0 && (
          <g className={css.moment}>
            <line x1={x(place)} x2={x(place)} y1={TOP} y2={LOW} />
            <circle cx={x(place)} cy={y(now)} r="6" />
            {typeof wanted === 'number' && (
              <circle cx={x(place)} cy={y(wanted)} r="5" className={css.to} />
            )}
            <text
              x={x(place)}
              y={LOW + 20}
              textAnchor={
                place === 0 ? 'start' : place === reading.columns.length - 1 ? 'end' : 'middle'
              }
            >
              {reading.columns[place]!.name}
            </text>
          </g>
        )}
      </svg>
      <figcaption>
        {t('map.case.feels')} <strong>{words.signed(now)}</strong>
        {typeof wanted === 'number' && (
          <>
            {' '}
            {t('map.case.feelsTo')} <strong>{words.signed(wanted)}</strong>
          </>
        )}
      </figcaption>
    </figure>
  )
}
