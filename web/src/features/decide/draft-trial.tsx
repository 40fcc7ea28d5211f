import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { useCatalogue } from './api'
import { ANY_PLACEMENT, placesOf } from './catalogue'
import type { DraftView } from '~/lib/api-schemas'
import ask from './ask.module.css'
import css from './draft-trial.module.css'
import { TrialCard } from './trial-card'
import { TrialResult } from './trial-result'
import { useCalled } from './use-called'
import { useBeginTrial, useFound, useTrials } from './trials-api'

const EVERYONE = 0
const SAMPLES = [EVERYONE, 500, 20_000] as const
const PLACEMENTS_MAX = 8

/** The draft lies over what runs; a text that is gone is sent empty. */
function overlay(draft: DraftView): Record<string, string> {
  return Object.fromEntries(
    draft.changes.map((change) => [change.path, draft.files[change.path] ?? '']),
  )
}

/** What the draft would do: the same people decided for twice, as it runs and as it would. */
export function DraftTrial({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  const trials = useTrials(draft.id)
  const [chosen, setChosen] = useState<string>()
  const listed = trials.data?.trials ?? []
  const shown = listed.find((each) => each.id === chosen) ?? listed[0]
  const found = useFound(shown?.id)
  return (
    <>
      <Begin draft={draft} />
      {listed.length > 0 && (
        <ul className={css.trials} aria-label={t('decide.trial.trials')}>
          {listed.map((each) => (
            <TrialCard
              key={each.id}
              trial={each}
              isShown={each.id === shown?.id}
              onShow={() => setChosen(each.id)}
            />
          ))}
        </ul>
      )}
      {found.data && found.data.result.people > 0 && (
        <TrialResult result={found.data.result} trial={found.data.trial} />
      )}
      {listed.length === 0 && trials.isSuccess && (
        <p className={css.empty}>{t('decide.trial.empty')}</p>
      )}
    </>
  )
}

function Begin({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation()
  const catalogue = useCatalogue().data
  const places = useMemo(() => (catalogue ? placesOf(catalogue) : []), [catalogue])
  const [channel, setChannel] = useState<string>()
  const [people, setPeople] = useState<number>(EVERYONE)
  const called = useCalled()
  const begin = useBeginTrial(draft.id)
  const place = places.find((each) => each.channel === channel) ?? places[0]
  if (!place) return null
  const placements =
    place.placements.length > 0 ? place.placements.slice(0, PLACEMENTS_MAX) : [ANY_PLACEMENT]
  return (
    <form
      className={`${ask.ask} ${css.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate({
          files: overlay(draft),
          channel: place.channel,
          placements,
          ...(people !== EVERYONE && { people }),
        })
      }}
    >
      <label>
        <span>{t('decide.try.channel')}</span>
        <select value={place.channel} onChange={(event) => setChannel(event.currentTarget.value)}>
          {places.map((each) => (
            <option key={each.channel} value={each.channel}>
              {called.channel(each.channel)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('decide.trial.people')}</span>
        <select value={people} onChange={(event) => setPeople(Number(event.currentTarget.value))}>
          {SAMPLES.map((each) => (
            <option key={each} value={each}>
              {each === EVERYONE
                ? t('decide.trial.everyone')
                : t('decide.trial.upTo', { people: formatNumber(each, i18n.language) })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" loading={begin.isPending} disabled={draft.problems.length > 0}>
        {t('decide.trial.begin')}
      </Button>
      <p role="status">{begin.isError ? begin.error.message : t('decide.trial.hint')}</p>
    </form>
  )
}
