import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PersonOnJourney, PersonSummary } from '~/lib/api-types'
import { formatAgo } from '~/lib/format'
import { personName } from '~/lib/person-name'
import { isShadow } from '~/lib/shadow'
import { useNow } from '~/lib/use-now'
import { Face } from '~/ui/face'
import { stageColor } from '~/ui/stage-color'
import { useJourneyNames, useJourneyShape } from './api'
import css from './person-row.module.css'

/** A person of a list; a journey that only watches is named only where the list was asked for it. */
export function PersonRow({
  person,
  asked,
}: {
  person: PersonSummary
  asked?: string | undefined
}) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const name = personName(person)
  const known = person.identifiers.filter((each) => each.value !== name).slice(0, 2)
  const places = person.journeys.filter(({ journey }) => journey === asked || !isShadow(journey))
  return (
    <li>
      <Link href={`/people/${encodeURIComponent(person.id)}`} className={css.row}>
        <Face name={name} id={person.id} size={40} />
        <span className={css.who}>
          <span className={css.name}>{name ?? t('people.unnamed')}</span>
          <span className={css.known}>{known.map((each) => each.value).join(' · ')}</span>
        </span>
        <span className={css.where}>
          {places.length === 0 && <span className={css.none}>{t('people.notOnJourney')}</span>}
          {places.map((place) => (
            <Place key={place.journey} place={place} />
          ))}
        </span>
        {person.lastSeen && (
          <span className={css.seen}>{formatAgo(person.lastSeen, now, i18n.language)}</span>
        )}
      </Link>
    </li>
  )
}

/** A journey and the step they are at, in the hue of its stage. */
function Place({ place }: { place: PersonOnJourney }) {
  const names = useJourneyNames().data
  const shape = useJourneyShape(place.journey).data
  const index = shape?.stages.findIndex((stage) => stage.id === place.stage) ?? -1
  const at = [...(shape?.endings ?? []), ...(shape?.steps ?? [])].find(
    (each) => each.id === place.step,
  )
  return (
    <span className={css.place}>
      <i style={{ background: stageColor(Math.max(0, index), shape?.stages.length ?? 1) }} />
      <span>
        {at?.name ?? place.step}
        <small>{names?.get(place.journey) ?? place.journey}</small>
      </span>
    </span>
  )
}
