import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { personName } from '~/lib/person-name'
import { useRights } from '~/lib/rights'
import { Face } from '~/ui/face'
import { Failed, Loading } from '~/ui/faces'
import { usePersonBrief, type useTrial } from './api'
import { ChoosePerson } from './choose-person'
import { Outcome } from './outcome'
import type { TrialChoice } from './trial'
import css from './try-panel.module.css'
import { useCalled } from './use-called'

interface Props {
  choice: TrialChoice
  tried: ReturnType<typeof useTrial>
}

/** Someone real, decided for as things stand: nothing is kept, nothing is sent. */
export function TryPanel({ choice, tried }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <aside className={css.panel} aria-labelledby="try-title" data-open={open}>
      <div className={css.head}>
        <h2 id="try-title" className="serif">
          {t('decide.try.title')}
        </h2>
        <p>{t('decide.try.hint')}</p>
        <button
          type="button"
          className={css.fold}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('decide.try.close') : t('decide.try.open')}
        </button>
      </div>
      {choice.person ? (
        <>
          <Chosen choice={choice} />
          <Where choice={choice} />
          {tried.isError ? (
            <Failed error={tried.error} again={() => void tried.refetch()} />
          ) : tried.data ? (
            <div className={css.outcome} data-stale={tried.isPlaceholderData}>
              <Outcome view={tried.data} />
            </div>
          ) : (
            <Loading rows={5} />
          )}
        </>
      ) : (
        <ChoosePerson onChoose={(person) => choice.set({ person })} />
      )}
    </aside>
  )
}

function Chosen({ choice }: { choice: TrialChoice }) {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  const person = usePersonBrief(readPeople ? choice.person : undefined).data
  const name = person ? (personName(person) ?? t('people.unnamed')) : (choice.person ?? '')
  const purpose = person?.purposes.find((each) => each.open)
  return (
    <div className={css.chosen}>
      <Face name={person ? personName(person) : undefined} id={person?.id ?? name} size={40} />
      <div className={css.who}>
        {person ? (
          <Link href={`/people/${encodeURIComponent(person.id)}`}>{name}</Link>
        ) : (
          <b>{name}</b>
        )}
        <span>{purpose ? <q>{purpose.text}</q> : t('decide.try.noPurpose')}</span>
      </div>
      <button type="button" className={css.plain} onClick={() => choice.set({ person: undefined })}>
        {t('decide.try.another')}
      </button>
    </div>
  )
}

function Where({ choice }: { choice: TrialChoice }) {
  const { t } = useTranslation()
  const called = useCalled()
  const { place, places, placements } = choice
  if (!place) return null
  const toggle = (name: string) => {
    const next = placements.includes(name)
      ? placements.filter((each) => each !== name)
      : [...placements, name]
    if (next.length > 0) choice.set({ placements: next.join(',') })
  }
  return (
    <div className={css.where}>
      <label className={css.field}>
        <span>{t('decide.try.channel')}</span>
        <select
          value={place.channel}
          onChange={(event) =>
            choice.set({ channel: event.currentTarget.value, placements: undefined })
          }
        >
          {places.map((each) => (
            <option key={each.channel} value={each.channel}>
              {called.channel(each.channel)}
            </option>
          ))}
        </select>
      </label>
      <label className={css.field}>
        <span>{t('decide.try.situation')}</span>
        <input
          type="text"
          placeholder="page=costs"
          defaultValue={choice.situation}
          key={choice.situation}
          onBlur={(event) => choice.set({ situation: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') choice.set({ situation: event.currentTarget.value })
          }}
        />
      </label>
      {place.placements.length > 0 && (
        <fieldset className={css.placements}>
          <legend>{t('decide.try.placements')}</legend>
          {place.placements.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={placements.includes(name)}
              onClick={() => toggle(name)}
            >
              {placements.includes(name) && <span aria-hidden="true">✓</span>}
              {called.placement(place.channel, name)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
