import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalogue } from './api'
import ask from './ask.module.css'
import { placedActions } from './catalogue'
import { STOP_KINDS, useJourneys, useSwitches, type Part, type StopKind } from './stops-api'

/** Chooses what to stop: an action, a channel, a journey, or everything. */
export function StopForm({ onStop }: { onStop: (part: Part) => void }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<StopKind>('action')
  const [id, setId] = useState<string>()
  const all = useParts(kind)
  const part = all.find((each) => each.id === id) ?? all[0]
  return (
    <form
      className={ask.ask}
      onSubmit={(event) => {
        event.preventDefault()
        if (part) onStop(part)
      }}
    >
      <label>
        <span>{t('decide.stops.what')}</span>
        <select
          value={kind}
          onChange={(event) => {
            const next = STOP_KINDS.find((each) => each === event.currentTarget.value)
            setKind(next ?? 'action')
            setId(undefined)
          }}
        >
          {STOP_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`decide.stops.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {kind !== 'everything' && (
        <label>
          <span>{t('decide.stops.which')}</span>
          <select
            value={part?.id ?? ''}
            disabled={!part}
            onChange={(event) => setId(event.currentTarget.value)}
          >
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button type="submit" variant="default" disabled={!part}>
        {t('decide.stops.stopNow')}
      </Button>
    </form>
  )
}

/** What of a kind still runs. */
function useParts(kind: StopKind): Part[] {
  const catalogue = useCatalogue().data
  const journeys = useJourneys().data ?? []
  const stopped = useSwitches().data?.stopped ?? []
  const named: Record<StopKind, readonly { id: string; name: string }[]> = {
    action: placedActions(catalogue?.issues ?? [])
      .map(({ action }) => action)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    channel: catalogue?.channels ?? [],
    journey: journeys,
    everything: [{ id: '', name: '' }],
  }
  return named[kind]
    .filter(({ id }) => !stopped.some((each) => each.kind === kind && each.id === id))
    .map(({ id, name }) => ({ kind, id, name }))
}
