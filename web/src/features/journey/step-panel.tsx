import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journey } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { useRights } from '~/lib/rights'
import { Icon } from '~/ui/icon'
import { useEndingCount, useStepLive, useTotals } from './live'
import { PeopleHere } from './people-here'
import css from './step-panel.module.css'
import { Ways } from './ways'
import { ENDING_COLOR, nameOfBeginning } from './words'

interface Props {
  journey: Journey
  id: string
  onSelect: (step: string | undefined) => void
}

/** One step or ending from close by: who is here, how they came and where they go on to. */
export function StepPanel({ journey, id, onSelect }: Props) {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  const heading = useRef<HTMLHeadingElement>(null)
  const step = journey.steps.find((each) => each.id === id)
  const ending = journey.endings.find((each) => each.id === id)
  const found = ending ?? step
  const begins = journey.beginnings.filter((each) => each.step === id)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) onSelect(undefined)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onSelect])
  if (!found) return null
  const stage = journey.stages.find((each) => each.id === step?.stage)
  return (
    <aside className={css.panel} aria-label={found.name}>
      <header className={css.head}>
        <p className={css.kind} style={ending && { color: ENDING_COLOR[ending.kind] }}>
          <Icon name={ending ? ending.kind : (step?.kind ?? 'note')} size={16} />
          {ending ? t(`journey.endings.${ending.kind}`) : step && t(`journey.kinds.${step.kind}`)}
          {!ending && stage && ` · ${stage.name}`}
        </p>
        <button
          type="button"
          className={css.close}
          aria-label={t('journey.close')}
          onClick={() => onSelect(undefined)}
        >
          <Icon name="close" />
        </button>
        <h2 className={`serif ${css.title}`} ref={heading}>
          {found.name}
        </h2>
        {found.description && <p className={css.description}>{found.description}</p>}
      </header>
      {ending ? <EndingNumbers id={id} /> : <StepNumbers id={id} />}
      {begins.length > 0 && (
        <section className={css.begins}>
          <h3>{t('journey.beginsHere')}</h3>
          <ul>
            {begins.map((each) => (
              <li key={each.id}>{each.label ?? nameOfBeginning(each.kind, t)}</li>
            ))}
          </ul>
        </section>
      )}
      {!ending && readPeople && <PeopleHere journey={journey.id} step={id} />}
      <Ways journey={journey} id={id} onSelect={onSelect} />
    </aside>
  )
}

function StepNumbers({ id }: { id: string }) {
  const { t } = useTranslation()
  const live = useStepLive(id)
  return (
    <dl className={css.numbers}>
      <Number label={t('journey.now')} value={live.now} />
      <Number label={t('journey.arrived')} value={live.arrivedLastHour} />
      <Number label={t('journey.wentOn')} value={live.leftLastHour} />
    </dl>
  )
}

function EndingNumbers({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const people = useEndingCount(id)
  const { ended } = useTotals()
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(
    ended === 0 ? 0 : people / ended,
  )
  return (
    <dl className={css.numbers}>
      <Number label={t('journey.shareOfEnded', { share })} value={people} />
    </dl>
  )
}

function Number({ label, value }: { label: ReactNode; value: number }) {
  const { i18n } = useTranslation()
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatNumber(value, i18n.language)}</dd>
    </div>
  )
}
