import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { JourneySummary } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { isShadow } from '~/lib/shadow'
import { Icon } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import { Stone } from '~/ui/stone'
import { useJourneyCounts } from './api'
import css from './journey-card.module.css'

/** A journey as its own cairn: the first stage lies at the foot, and a stone is as wide as its people. */
export function JourneyCard({ journey }: { journey: JourneySummary }) {
  const { t, i18n } = useTranslation()
  const { stages, endings } = useJourneyCounts(journey.id) ?? { stages: [], endings: [] }
  const most = Math.max(1, ...stages.map((stage) => stage.people))
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <article className={css.card}>
      <h2 className={`serif ${css.name}`}>
        <Link href={`/journeys/${encodeURIComponent(journey.id)}`} className={css.link}>
          {journey.name}
        </Link>
      </h2>
      <p className={css.description}>
        {isShadow(journey.id) ? t('home.watches') : journey.description}
      </p>
      <div className={css.picture}>
        <ol className={css.cairn}>
          {stages.map((stage, index) => (
            <li key={stage.id} className={css.stage} style={{ order: -index }}>
              <span className={css.stone}>
                <Stone
                  share={stage.people / most}
                  color={stageColor(index, stages.length)}
                  seed={index + 1}
                />
              </span>
              <span className={css.stageName}>{stage.name}</span>
              <span className={css.people}>{show(stage.people)}</span>
            </li>
          ))}
        </ol>
        <ul className={css.endings} aria-label={t('journey.endingsBand')}>
          {endings.map((ending) => (
            <li key={ending.id}>
              <span style={{ color: `var(--ending-${ending.kind})` }}>
                <Icon name={ending.kind} size={17} />
              </span>
              <span>{ending.name}</span>
              <span className={css.people}>{show(ending.people)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className={css.foot}>
        <span>{t('home.people', { count: journey.people, people: show(journey.people) })}</span>
        <span>{t('home.ended', { count: journey.ended, people: show(journey.ended) })}</span>
      </p>
    </article>
  )
}
