import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed, Loading } from '~/ui/faces'
import { useBeginRun, useCatalogue, useRuns } from './api'
import { ANY_PLACEMENT, namesOf, placesOf } from './catalogue'
import { Room } from './rooms'
import { RunCard } from './run-card'
import ask from './ask.module.css'
import css from './runs-page.module.css'
import { useCalled } from './use-called'

/** Going through everybody: propose by means, decide again on fresh state, let it wait to be sent. */
export default function RunsPage() {
  const { t } = useTranslation()
  const runs = useRuns()
  const catalogue = useCatalogue().data
  const names = useMemo(
    () => (catalogue ? namesOf(catalogue) : new Map<string, string>()),
    [catalogue],
  )
  return (
    <Room title={t('decide.runs.title')} lead={t('decide.runs.lead')}>
      <Begin />
      {runs.isPending ? (
        <Loading rows={5} />
      ) : runs.isLoadingError ? (
        <Failed error={runs.error} again={() => void runs.refetch()} />
      ) : runs.data.length === 0 ? (
        <Empty title={t('decide.runs.emptyTitle')}>
          <p>{t('decide.runs.emptyWords')}</p>
        </Empty>
      ) : (
        <ul className={css.runs}>
          {runs.data.map((run) => (
            <RunCard key={run.id} run={run} names={names} />
          ))}
        </ul>
      )}
    </Room>
  )
}

function Begin() {
  const { t } = useTranslation()
  const catalogue = useCatalogue().data
  const called = useCalled()
  const begin = useBeginRun()
  const places = useMemo(() => (catalogue ? placesOf(catalogue) : []), [catalogue])
  const [channel, setChannel] = useState<string>()
  const [placement, setPlacement] = useState<string>()
  const [segment, setSegment] = useState('')
  const [dryRun, setDryRun] = useState(true)
  const place = places.find((each) => each.channel === channel) ?? places[0]
  if (!place) return null
  const slots = place.placements.length > 0 ? place.placements : [ANY_PLACEMENT]
  const slot = slots.find((each) => each === placement) ?? slots[0] ?? ANY_PLACEMENT
  return (
    <form
      className={`${ask.ask} ${css.begin}`}
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate({
          channel: place.channel,
          placement: slot,
          dryRun,
          ...(segment && { segment }),
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
        <span>{t('decide.try.placement')}</span>
        <select value={slot} onChange={(event) => setPlacement(event.currentTarget.value)}>
          {slots.map((each) => (
            <option key={each} value={each}>
              {called.placement(place.channel, each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('decide.runs.segment')}</span>
        <select value={segment} onChange={(event) => setSegment(event.currentTarget.value)}>
          <option value="">{t('decide.runs.everybody')}</option>
          {(catalogue?.segments ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <label className={css.dry}>
        <input
          type="checkbox"
          checked={dryRun}
          onChange={(event) => setDryRun(event.currentTarget.checked)}
        />
        {t('decide.runs.dryRun')}
      </label>
      <Button type="submit" loading={begin.isPending} variant={dryRun ? 'default' : 'filled'}>
        {dryRun ? t('decide.runs.beginDry') : t('decide.runs.begin')}
      </Button>
      <p role="status">
        {begin.isError
          ? begin.error.message
          : dryRun
            ? t('decide.runs.dryHint')
            : t('decide.runs.realHint')}
      </p>
    </form>
  )
}
