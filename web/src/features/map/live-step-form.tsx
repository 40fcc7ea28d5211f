import { useTranslation } from 'react-i18next'
import type { Proposal } from './api'
import css from './live-page.module.css'
import { millisOf, type StepKind } from './live-steps'
import type { Column } from './reading'
import { useTyped } from './use-typed'
import { say, type Value } from './wire'

const KINDS: readonly StepKind[] = [
  'open',
  'waitFor',
  'talk',
  'ask',
  'decide',
  'handOver',
  'ending',
]
const ENDINGS = ['none', 'achieved', 'declined', 'changedPurpose', 'left', 'timedOut'] as const

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const
type Unit = keyof typeof UNITS

/** The largest unit that tells a length whole. */
function inUnits(millis: number): [number, Unit] {
  const unit: Unit =
    millis === 0 || millis % UNITS.days === 0
      ? 'days'
      : millis % UNITS.hours === 0
        ? 'hours'
        : 'minutes'
  return [millis / UNITS[unit], unit]
}

const written = (value: number, unit: Unit) =>
  value <= 0 ? '' : { days: `P${value}D`, hours: `PT${value}H`, minutes: `PT${value}M` }[unit]

/** What a step has to say of itself before it can run; each answer is kept at once, on the map. */
export function LiveStepForm({
  column,
  step,
  events,
  change,
}: {
  column: Column
  step: Proposal['steps'][number]
  events: string
  change: (fields: Record<string, Value>) => void
}) {
  const { t } = useTranslation()
  const own = column.step
  const field = (name: string) => (own ? say(own, name) : '')
  const [stay, unit] = inUnits(millisOf(field('wait')))
  const keep = (name: string) => (typed: string, before: string) => {
    if (typed.trim() !== before) change({ [name]: typed.trim() })
  }
  const event = useTyped(field('event'), field('event'), keep('event'))
  const words = useTyped(field('description'), field('description'), keep('description'))
  const stayed = String(stay || '')
  const length = useTyped(stayed, stayed, (typed, before) => {
    if (typed !== before) change({ wait: written(Number(typed), unit) })
  })
  const known = own !== undefined && own['beginning'] === true
  return (
    <div className={css.form}>
      <label>
        {t('map.live.what')}
        <select
          value={field('role') || (step.kind === 'open' ? 'open' : step.kind)}
          onChange={(event) => change({ role: event.target.value })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`map.live.whats.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('map.live.event')}
        <input {...event} list={events} maxLength={160} placeholder={t('map.live.eventHint')} />
      </label>
      <div className={css.stay} role="group" aria-label={t('map.live.stay')}>
        <label>
          {t('map.live.stay')}
          <input {...length} type="number" min={0} max={1000} />
        </label>
        <select
          aria-label={t('map.live.unit')}
          value={unit}
          disabled={stay === 0}
          onChange={(event) => change({ wait: written(stay, event.target.value as Unit) })}
        >
          {(Object.keys(UNITS) as Unit[]).map((each) => (
            <option key={each} value={each}>
              {t(`map.live.units.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <label>
        {t('map.live.ending')}
        <select
          value={field('ending') || 'none'}
          onChange={(event) => change({ ending: event.target.value })}
        >
          {ENDINGS.map((ending) => (
            <option key={ending} value={ending}>
              {t(`map.live.endings.${ending}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={known}
          onChange={(event) => change({ beginning: event.target.checked })}
        />
        {t('map.live.beginsHere')}
      </label>
      <label className={css.wide}>
        {t('map.live.words')}
        <textarea {...words} rows={2} maxLength={2000} placeholder={t('map.live.wordsHint')} />
      </label>
    </div>
  )
}
