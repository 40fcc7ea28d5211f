import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatAgo } from '~/lib/format'
import { withQuery } from '~/lib/http'
import { Failed, Loading } from '~/ui/faces'
import { Face } from '~/ui/face'
import { personName } from '~/lib/person-name'
import { useNow } from '~/lib/use-now'
import { usePeopleAt } from './api'
import css from './people-here.module.css'

const SHOWN_MAX = 6

export function PeopleHere({ journey, step }: { journey: string; step: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const people = usePeopleAt(journey, step, SHOWN_MAX)
  return (
    <section className={css.here}>
      <h3>{t('journey.whoIsHere')}</h3>
      {people.isPending ? (
        <Loading rows={4} />
      ) : people.isLoadingError ? (
        <Failed error={people.error} again={() => void people.refetch()} />
      ) : people.data.people.length === 0 ? (
        <p className={css.none}>{t('journey.nobodyHere')}</p>
      ) : (
        <>
          <ul>
            {people.data.people.map((person) => (
              <li key={person.id}>
                <Link href={`/people/${encodeURIComponent(person.id)}`} className={css.person}>
                  <Face name={personName(person)} id={person.id} />
                  <span className={css.name}>{personName(person) ?? t('people.unnamed')}</span>
                  {person.lastSeen && (
                    <small>{formatAgo(person.lastSeen, now, i18n.language)}</small>
                  )}
                </Link>
              </li>
            ))}
          </ul>
          {people.data.more && (
            <Link className={css.all} href={withQuery('/people', { journey, step })}>
              {t('journey.seeAll')}
            </Link>
          )}
        </>
      )}
    </section>
  )
}
