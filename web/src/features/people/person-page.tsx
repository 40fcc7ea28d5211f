import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Person } from '~/lib/api-types'
import { followFeed } from '~/lib/feed'
import { formatAgo, formatMoment } from '~/lib/format'
import { personName } from '~/lib/person-name'
import { isShadow } from '~/lib/shadow'
import { useNow } from '~/lib/use-now'
import { Face } from '~/ui/face'
import { Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { usePerson } from './api'
import { Decisions } from './decisions'
import { JourneyPath } from './journey-path'
import { Known } from './known'
import { MakeOwnLink } from './own-link'
import css from './person-page.module.css'
import { Timeline } from './timeline'

export default function PersonPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const person = usePerson(id)
  useFreshness(id)
  if (person.isPending) {
    return (
      <Page title={t('people.title')}>
        <Loading rows={7} />
      </Page>
    )
  }
  if (person.isError) return <Failed error={person.error} again={() => void person.refetch()} />
  return <PersonView person={person.data} id={id} />
}

function PersonView({ person, id }: { person: Person; id: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const name = personName(person) ?? t('people.unnamed')
  const purposes = person.purposes.filter((purpose) => purpose.open)
  const walked = person.journeys.filter(({ journey }) => !isShadow(journey))
  const watching = person.journeys.filter(({ journey }) => isShadow(journey))
  return (
    <Page title={name}>
      <header className={css.head}>
        <Face name={personName(person)} id={person.id} size={64} />
        <div>
          <h1>{name}</h1>
          <p className={css.seen}>
            {person.lastSeen &&
              t('person.lastSeen', { when: formatAgo(person.lastSeen, now, i18n.language) })}
          </p>
        </div>
        <MakeOwnLink person={person.id} name={name} />
      </header>
      <section aria-labelledby="wants" className={css.wants}>
        <h2 id="wants">{t('person.wants')}</h2>
        {purposes.length === 0 && <p className={css.quiet}>{t('person.noPurpose')}</p>}
        {purposes.map((purpose) => (
          <figure key={purpose.id}>
            <blockquote className="serif">{purpose.text}</blockquote>
            <figcaption title={formatMoment(purpose.at, i18n.language)}>
              {t('person.source', {
                when: formatAgo(purpose.at, now, i18n.language),
                source: t(`person.sources.${sourceOf(purpose.source)}`),
              })}
            </figcaption>
          </figure>
        ))}
      </section>
      <section aria-labelledby="journeys" className={css.journeys}>
        <h2 id="journeys">{t('person.journeys')}</h2>
        {walked.length === 0 && <p className={css.quiet}>{t('person.noJourneys')}</p>}
        {walked.map((journey) => (
          <JourneyPath key={journey.instance} journey={journey} person={id} />
        ))}
        {watching.map(({ instance, journey, name: title, stepName }) => (
          <p key={instance} className={css.quiet}>
            {t('person.watchedBy', { step: stepName })}{' '}
            <Link href={`/journeys/${encodeURIComponent(journey)}`}>{title}</Link>
          </p>
        ))}
      </section>
      <Decisions person={person.id} id={id} />
      <div className={css.columns}>
        <Timeline person={id} />
        <Known person={person} />
      </div>
    </Page>
  )
}

/** What happens to this person while one looks is shown soon after. */
function useFreshness(id: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const again = () => {
      void queries.invalidateQueries({ queryKey: ['person', id] })
      void queries.invalidateQueries({ queryKey: ['timeline', id] })
      void queries.invalidateQueries({ queryKey: ['decisions', id] })
    }
    return followFeed({ person: id }, { moved: again, reset: again })
  }, [queries, id])
}

const SOURCES = ['declared', 'imported', 'inferred'] as const

/** A purpose whose source is not known is not taken for declared. */
function sourceOf(source: string): (typeof SOURCES)[number] {
  return SOURCES.find((each) => each === source) ?? 'imported'
}
