import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { useJourneys, useStatus } from './api'
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
      ) : journeys.isError ? (
        <Failed error={journeys.error} again={() => void journeys.refetch()} />
      ) : journeys.data.length === 0 ? (
        <FirstSteps />
      ) : (
        <>
          <header className={css.head}>
            <h1>{t('home.title')}</h1>
            <Pulse people={journeys.data.reduce((sum, journey) => sum + journey.people, 0)} />
          </header>
          <div className={css.columns}>
            <ul className={css.cards}>
              {journeys.data.map((journey) => (
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

function Pulse({ people }: { people: number }) {
  const { t, i18n } = useTranslation()
  const status = useStatus()
  const show = (value: number) => formatNumber(Math.round(value), i18n.language)
  return (
    <p className={css.pulse}>
      {t('home.onTheWay', { count: people, people: show(people) })}{' '}
      {status.data &&
        t('home.perSecond', {
          events: show(status.data.eventsPerSecond),
          decisions: show(status.data.decisionsPerSecond),
        })}
    </p>
  )
}
