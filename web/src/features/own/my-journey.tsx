import { useTranslation } from 'react-i18next'
import type { JourneyUnderWay } from '~/lib/api-types'
import { formatAgo, formatDay, formatMoment } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Icon } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import { Stone } from '~/ui/stone'
import css from './my-journey.module.css'
import { MySteer } from './my-steer'

/** One journey of mine: the parts behind and ahead, where I am, and what comes next. */
export function MyJourney({ journey }: { journey: JourneyUnderWay }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const here = journey.stages.findIndex((stage) => stage.id === journey.stage)
  const over = journey.ending !== undefined
  return (
    <article className={css.journey} data-over={over}>
      <h3 className="serif">{journey.name}</h3>
      {journey.purpose && <p className={css.purpose}>{journey.purpose}</p>}
      <ol className={css.path}>
        {journey.stages.map((stage, index) => {
          const place = index < here || over ? 'done' : index === here ? 'here' : 'ahead'
          return (
            <li
              key={stage.id}
              data-place={place}
              aria-current={place === 'here' ? 'step' : undefined}
              style={{ color: stageColor(index, journey.stages.length) }}
            >
              <i>
                <Stone share={1} color="currentColor" seed={index + 3} />
              </i>
              <span>
                {stage.name}
                {!over && <small> {t(`own.way.${place}`)}</small>}
              </span>
            </li>
          )
        })}
      </ol>
      {journey.ending ? (
        <p className={css.now}>
          <Icon name={journey.ending} />{' '}
          {t('own.way.over', { ending: t(`journey.endings.${journey.ending}`) })}{' '}
          {journey.reason && t('own.way.reason', { reason: journey.reason })}
        </p>
      ) : (
        <>
          <div className={css.now}>
            <b className="serif">{journey.stepName}</b>
            {journey.stepDescription && <p>{journey.stepDescription}</p>}
            <small title={formatMoment(journey.enteredAt, i18n.language)}>
              {t('own.way.since', { when: formatAgo(journey.enteredAt, now, i18n.language) })}
            </small>
          </div>
          {journey.state === 'held' && journey.heldUntil && (
            <p className={css.rest}>
              {t('own.way.held', { when: formatDay(journey.heldUntil, i18n.language) })}
            </p>
          )}
          {journey.state === 'paused' && <p className={css.rest}>{t('own.way.paused')}</p>}
          {journey.state === 'underWay' && <Next journey={journey} />}
        </>
      )}
      <MySteer journey={journey} />
    </article>
  )
}

/** What is waited for, by when, and where each answer leads. */
function Next({ journey }: { journey: JourneyUnderWay }) {
  const { t, i18n } = useTranslation()
  if (journey.waits.length === 0 && journey.onward.length === 0) return null
  return (
    <div className={css.next}>
      <h4>{t('own.way.next')}</h4>
      {journey.waits.map((wait) => (
        <p key={wait.for}>
          {t('own.way.waits', { what: wait.for })}{' '}
          {wait.until && t('own.way.until', { when: formatDay(wait.until, i18n.language) })}
        </p>
      ))}
      <ul>
        {journey.onward.map((way, at) => (
          <li key={at}>
            <Icon name="arrow" size={15} />
            <span>
              <b>{way.name}</b>
              {way.label && <small>{way.label}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
