import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Moved } from '~/lib/api-types'
import { followFeed } from '~/lib/feed'
import { formatNumber, formatSpan } from '~/lib/format'
import css from './live-lane.module.css'
import { DEVIATIONS, type Running, type RunningStep } from './live-api'
import { stayInWords } from './stay'
import type { Column } from './reading'
import { useHere } from './ui-store'

/** Counts as they are told, of the whole and by step, between two readings. */
interface Told {
  people: number
  ended: number
  steps: ReadonlyMap<string, Pick<RunningStep, 'now' | 'arrivedLastHour' | 'leftLastHour'>>
}

/** Listens to the journey while the map is open; without the right to, the readings alone tell. */
function useTold(journey: string, moved: (moved: Moved) => void): Told | undefined {
  const [told, setTold] = useState<Told & { journey: string }>()
  const heard = useRef(moved)
  useEffect(() => {
    heard.current = moved
  })
  useEffect(
    () =>
      followFeed(
        { journey },
        {
          counts: ({ people, ended, steps }) =>
            setTold({ journey, people, ended, steps: new Map(Object.entries(steps)) }),
          moved: (move) => heard.current(move),
        },
      ),
    [journey],
  )
  return told?.journey === journey ? told : undefined
}

/** How people really go along the map, under the very steps that were drawn. */
export function LiveLane({
  running,
  columns,
  width,
}: {
  running: Running
  columns: readonly Column[]
  width: number
}) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const ground = useRef<HTMLDivElement>(null)
  const columnOf = useRef(new Map<string, number>())
  useEffect(() => {
    const places = new Map(columns.map(({ id }, at) => [id, at]))
    columnOf.current = new Map(
      running.steps.flatMap(({ step, column }) => {
        const at = places.get(column)
        return at === undefined ? [] : [[step, at] as const]
      }),
    )
  }, [running, columns])
  const told = useTold(running.journey!, ({ from, to }) => {
    const [begin, end] = [columnOf.current.get(from ?? ''), columnOf.current.get(to)]
    if (ground.current && end !== undefined) travel(ground.current, begin ?? end, end, width)
  })
  const n = (value: number) => formatNumber(value, i18n.language)
  const { people, ended } = told ?? running
  return (
    <section
      className={css.lane}
      aria-label={t(running.shadow ? 'map.live.laneShadow' : 'map.live.lane')}
    >
      <header className={css.head}>
        <strong>
          <i className={css.pulse} aria-hidden="true" />
          {t(running.shadow ? 'map.live.laneShadow' : 'map.live.lane')}
        </strong>
        <span>{t('map.live.total', { people: n(people), ended: n(ended) })}</span>
        <Link href={`/journeys/${running.journey}`}>{t('map.live.canvas')}</Link>
        <Link href={`/maps/${store.id}/live`}>{t('map.live.link')}</Link>
      </header>
      <div ref={ground} className={css.ground} aria-hidden="true" />
      {columns.map((column, at) => (
        <LiveCell
          key={column.id}
          at={at}
          name={column.name}
          steps={running.steps.filter((step) => step.column === column.id)}
          told={told?.steps}
        />
      ))}
      {running.sample > 0 && (
        <p className={css.sample}>{t('map.live.sample', { count: running.sample })}</p>
      )}
    </section>
  )
}

const LiveCell = memo(function LiveCell({
  at,
  name,
  steps,
  told,
}: {
  at: number
  name: string
  steps: readonly RunningStep[]
  told: Told['steps'] | undefined
}) {
  const { t, i18n } = useTranslation()
  const step = steps.find(({ ending }) => !ending) ?? steps[0]
  if (!step) return <div className={css.cell} />
  const counted = told?.get(step.step) ?? step
  const n = (value: number) => formatNumber(value, i18n.language)
  const span = (seconds: number) => formatSpan(seconds * 1000, i18n.language)
  const stay = stayInWords(step, 'cell', t, i18n.language)
  const ended = steps.filter(({ ending }) => ending)
  const deviations = DEVIATIONS.filter((kind) => step.deviations[kind])
  const shown = step.ending ? step.arrivedTotal : counted.now
  return (
    <div className={css.cell} data-step={step.step} style={{ gridColumn: at + 2 }}>
      <p className={css.now}>
        <strong>{n(shown)}</strong>
        <span>
          {step.ending ? t(`map.live.endings.${step.ending}`) : t('map.live.now', { count: shown })}
        </span>
        <span className="visually-hidden">{name}</span>
      </p>
      {!step.ending && (
        <p className={css.flow}>
          {t('map.live.flow', { in: n(counted.arrivedLastHour), out: n(counted.leftLastHour) })}
        </p>
      )}
      {ended.map((each) =>
        each === step ? null : (
          <p key={each.step} className={css.ended} data-ending={each.ending}>
            <b>{n(each.arrivedTotal)}</b> {t(`map.live.endings.${each.ending!}`)}
          </p>
        ),
      )}
      <dl className={css.facts}>
        {stay !== undefined && (
          <>
            <dt>{t('map.live.wait')}</dt>
            <dd
              data-late={
                step.waitPlannedSeconds !== undefined &&
                (step.waitLongSeconds ?? 0) > step.waitPlannedSeconds
                  ? ''
                  : undefined
              }
            >
              {stay}
              {step.waitPlannedSeconds !== undefined && (
                <small>{t('map.live.waitPlan', { span: span(step.waitPlannedSeconds) })}</small>
              )}
            </dd>
          </>
        )}
        {step.leftHere > 0 && (
          <>
            <dt>{t('map.live.leftHere')}</dt>
            <dd data-late="">
              {t('map.live.leftValue', { count: step.leftHere, all: n(step.seen) })}
            </dd>
          </>
        )}
        {deviations.length > 0 && (
          <>
            <dt>{t('map.live.otherWay')}</dt>
            <dd>
              {deviations
                .map((kind) => t(`map.live.deviation.${kind}`, { count: step.deviations[kind]! }))
                .join(', ')}
            </dd>
          </>
        )}
        {step.feeling !== undefined && (
          <>
            <dt>{t('map.live.felt')}</dt>
            <dd>
              {step.feelingMargin === undefined
                ? t('map.live.feltFew', { mean: signed(step.feeling), count: step.feelings })
                : t('map.live.feltValue', {
                    mean: signed(step.feeling),
                    margin: step.feelingMargin.toFixed(1),
                    count: step.feelings,
                  })}
            </dd>
          </>
        )}
      </dl>
    </div>
  )
})

const signed = (value: number) =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`

const DOTS_MAX = 40
const TRAVEL_MILLIS = 1400
const SPREAD_MILLIS = 900

/** One dot goes from column to column; the compositor alone moves it. */
function travel(ground: HTMLElement, from: number, to: number, width: number): void {
  if (
    document.hidden ||
    ground.childElementCount >= DOTS_MAX ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  )
    return
  const dot = document.createElement('i')
  ground.append(dot)
  const y = 8 + Math.random() * 14
  const at = (column: number) => `translate(${(column + 0.5) * width}px, ${y}px)`
  const trip = dot.animate(
    [
      { transform: `${at(from)} scale(0)`, opacity: 0 },
      { transform: `${at(from)} scale(1)`, opacity: 1, offset: 0.15 },
      { transform: `${at(to)} scale(1)`, opacity: 1, offset: 0.85 },
      { transform: `${at(to)} scale(1.8)`, opacity: 0 },
    ],
    {
      duration: TRAVEL_MILLIS,
      delay: Math.random() * SPREAD_MILLIS,
      easing: 'cubic-bezier(0.45, 0, 0.4, 1)',
      fill: 'backwards',
    },
  )
  trip.onfinish = () => dot.remove()
  trip.oncancel = () => dot.remove()
}
