import { useDebouncedValue } from '@mantine/hooks'
import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useJourneys } from '~/features/home/api'
import { usePeople } from '~/features/people/api'
import { useActions, type Action } from '~/lib/actions'
import { personName } from '~/lib/person-name'
import { useRights } from '~/lib/rights'
import { Icon } from '~/ui/icon'
import { Keys } from '~/ui/keys'
import { Modal } from '~/ui/modal'
import css from './palette.module.css'
import { bestMatches } from './palette-match'

const PEOPLE_MAX = 6
const SEARCH_FROM = 2

/** One field that finds whatever can be done, every journey and every person. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = [...useDoings(typed), ...useFoundPeople(typed)]
  const chosen = Math.min(at, found.length - 1)
  const run = (action: Action | undefined) => {
    if (!action) return
    onClose()
    action.run()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((chosen + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') run(found[chosen])
  }
  return (
    <Modal label={t('app.search')} onClose={onClose} place="high">
      <div className={css.field}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
      </div>
      <ul id={list} role="listbox" aria-label={t('app.search')} className={css.list}>
        {found.map((action, index) => (
          <li
            key={action.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={css.option}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => run(action)}
            onPointerMove={() => setAt(index)}
          >
            <span className={css.group}>{action.group}</span>
            <span className={css.label}>{action.label}</span>
            {action.keys && <Keys keys={action.keys} then={t('keys.after')} />}
          </li>
        ))}
      </ul>
      <p className={css.foot} role="status">
        {found.length === 0 ? t('palette.nothing') : t('palette.keysHint')}
      </p>
    </Modal>
  )
}

function useDoings(typed: string): Action[] {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const actions = useActions()
  const journeys = useJourneys().data
  return useMemo(() => {
    const ways = (journeys ?? []).map((journey): Action => ({
      id: `journey-${journey.id}`,
      label: journey.name,
      group: t('areas.journeys'),
      run: () => go(`/journeys/${encodeURIComponent(journey.id)}`),
    }))
    return bestMatches([...ways, ...actions.filter((action) => action.id !== 'palette')], typed)
  }, [actions, journeys, typed, t, go])
}

function useFoundPeople(typed: string): Action[] {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [query] = useDebouncedValue(typed.trim(), 180)
  const { readPeople } = useRights()
  const people = usePeople({ query }, readPeople && query.length >= SEARCH_FROM).data
  if (!readPeople || query.length < SEARCH_FROM || typed.trim().length < SEARCH_FROM) return []
  return (people?.people ?? []).slice(0, PEOPLE_MAX).map((person) => ({
    id: `person-${person.id}`,
    label: personName(person) ?? t('people.unnamed'),
    group: t('palette.people'),
    run: () => go(`/people/${encodeURIComponent(person.id)}`),
  }))
}
