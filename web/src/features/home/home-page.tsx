import { useTranslation } from 'react-i18next'
import type { JourneySummary } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { isShadow } from '~/lib/shadow'
import { Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { useJourneys, useStatus } from './api'
import { Doors } from './doors'
import { FirstSteps } from './first-steps'
import css from './home-page.module.css'
import { JourneyCard } from './journey-card'
import { JustNow } from './just-now'

/** What is running, and who moves through it now. */
export default function HomePage() {
  const { t } = useTranslation()
  const journeys = useJourneys()
  return (
    <Page title={t('app.name')} wide>
      {journeys.isPending ? (
        <Loading rows={6} />
      ) : journeys.isLoadingError ? (
        <Failed error={journeys.error} again={() => void journeys.refetch()} />
      ) : journeys.data.length === 0 ? (
        <FirstSteps />
      ) : (
        <>
          <header className={css.head}>
            <h1>{t('home.title')}</h1>
            <Pulse people={onTheWay(journeys.data)} />
          </header>
          <Doors />
          <div className={css.columns}>
            <ul className={css.cards}>
              {journeys.data.toSorted(inOrder).map((journey) => (
                <li key={journey.id}>
                  <JourneyCard journey={journey} />
                </li>
              ))}
            </ul>
            <JustNow journeys={journeys.data} />
          </div>
        </>
      )}
    </Page>
  )
}

/** A journey that only watches follows people who are on another: nobody counts twice. */
const onTheWay = (journeys: readonly JourneySummary[]) =>
  journeys.reduce((sum, { id, people }) => sum + (isShadow(id) ? 0 : people), 0)

/** The fullest first; those that only watch come last. */
const inOrder = (a: JourneySummary, b: JourneySummary) =>
  Number(isShadow(a.id)) - Number(isShadow(b.id)) || b.people - a.people

/** Below one a second a minute says more. */
const PER_MINUTE = 60

function Pulse({ people }: { people: number }) {
  const { t, i18n } = useTranslation()
  const status = useStatus().data
  const show = (value: number) => formatNumber(value, i18n.language)
  const slow = status !== undefined && status.eventsPerSecond < 2
  const rate = (perSecond: number) => Math.round(perSecond * (slow ? PER_MINUTE : 1))
  const events = rate(status?.eventsPerSecond ?? 0)
  const decisions = rate(status?.decisionsPerSecond ?? 0)
  return (
    <p className={css.pulse}>
      {t('home.onTheWay', { count: people, people: show(people) })}{' '}
      {status &&
        t(slow ? 'home.perMinute' : 'home.perSecond', {
          events: t('home.events', { count: events, shown: show(events) }),
          decisions: t('home.decisions', { count: decisions, shown: show(decisions) }),
        })}
    </p>
  )
}
