import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { JourneyUnderWay } from '~/lib/api-types'
import { formatAgo, formatMoment } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Icon } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import { Stone } from '~/ui/stone'
import { useJourneyShape } from './api'
import css from './journey-path.module.css'
import { Steer } from './steer'

/** One journey of a person as a path of stones: those behind them, the one they stand on, those ahead. */
export function JourneyPath({ journey, person }: { journey: JourneyUnderWay; person: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const shape = useJourneyShape(journey.journey).data
  const stages = shape?.stages ?? []
  const here = stages.findIndex((stage) => stage.id === journey.stage)
  const ago = (at: string) => formatAgo(at, now, i18n.language)
  const ended = journey.ending !== undefined
  return (
    <article className={css.journey} data-ended={ended}>
      <div className={css.head}>
        <h3 className="serif">
          <Link
            href={`/journeys/${encodeURIComponent(journey.journey)}?step=${encodeURIComponent(journey.step)}`}
          >
            {journey.name}
          </Link>
        </h3>
        <span className={css.begun} title={formatMoment(journey.begunAt, i18n.language)}>
          {t('person.begun', { when: ago(journey.begunAt) })}
        </span>
      </div>
      <ol className={css.path}>
        {stages.map((stage, index) => (
          <li
            key={stage.id}
            data-place={
              index < here ? 'behind' : index === here ? (ended ? 'behind' : 'here') : 'ahead'
            }
            aria-current={index === here && !ended ? 'step' : undefined}
            style={{ color: stageColor(index, stages.length) }}
          >
            <i>
              <Stone share={1} color="currentColor" seed={index + 3} />
            </i>
            <span>{stage.name}</span>
          </li>
        ))}
      </ol>
      {journey.ending ? (
        <p className={css.ending} style={{ color: `var(--ending-${journey.ending})` }}>
          <Icon name={journey.ending} />
          <b>{t(`journey.endings.${journey.ending}`)}</b>
          {journey.stepName !== t(`journey.endings.${journey.ending}`) && (
            <span>{journey.stepName}</span>
          )}
          {journey.reason && <q>{journey.reason}</q>}
        </p>
      ) : (
        <p className={css.now}>
          <b>{journey.stepName}</b>
          <span title={formatMoment(journey.enteredAt, i18n.language)}>
            {t('person.since', { when: ago(journey.enteredAt) })}
          </span>
          {journey.heldUntil && (
            <span>
              {t('person.heldUntil', { when: formatMoment(journey.heldUntil, i18n.language) })}
            </span>
          )}
          {journey.state === 'paused' && <span>{t('person.states.paused')}</span>}
          {journey.state !== 'held' &&
            journey.waits.map((wait) => (
              <span key={wait.for} className={css.wait}>
                <Icon name="waitFor" size={15} />
                {wait.until
                  ? t('person.waitsUntil', {
                      what: wait.for,
                      when: formatMoment(wait.until, i18n.language),
                    })
                  : t('person.waitsFor', { what: wait.for })}
              </span>
            ))}
        </p>
      )}
      {journey.state === 'underWay' && journey.onward.length > 0 && (
        <p className={css.onward}>
          <span>{t('person.next')}</span>
          {journey.onward.map((way, at) => (
            <span key={at} className={css.wait} title={way.label}>
              <Icon name="arrow" size={14} />
              {way.name}
              {way.label && <small>{way.label}</small>}
            </span>
          ))}
        </p>
      )}
      <Steer person={person} journey={journey} />
    </article>
  )
}
