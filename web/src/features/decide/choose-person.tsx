import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personName } from '~/lib/person-name'
import { useRights } from '~/lib/rights'
import { Face } from '~/ui/face'
import { Icon } from '~/ui/icon'
import { anyone, useFoundPeople } from './api'
import css from './choose-person.module.css'

const DEBOUNCE_MILLIS = 180

/** Finds someone by name, takes anyone, or takes an identifier where people may not be read. */
export function ChoosePerson({ onChoose }: { onChoose: (person: string) => void }) {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), DEBOUNCE_MILLIS)
  const found = useFoundPeople(asked, readPeople)
  const [picking, setPicking] = useState(false)
  const pick = async () => {
    setPicking(true)
    try {
      const person = await anyone()
      if (person) onChoose(person)
    } finally {
      setPicking(false)
    }
  }
  return (
    <div className={css.choose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const first = found.data?.people[0]?.id
          if (readPeople && first) onChoose(first)
          else if (!readPeople && typed.trim()) onChoose(typed.trim())
        }}
      >
        <TextInput
          type="search"
          label={readPeople ? t('decide.try.find') : t('decide.try.identifier')}
          placeholder={t('people.findHint')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          classNames={{ label: 'visually-hidden' }}
        />
      </form>
      {readPeople && (
        <>
          <ul aria-label={t('people.title')}>
            {(found.data?.people ?? []).map((person) => (
              <li key={person.id}>
                <button type="button" className={css.row} onClick={() => onChoose(person.id)}>
                  <Face name={personName(person)} id={person.id} size={30} />
                  <span>{personName(person) ?? t('people.unnamed')}</span>
                  <small>{person.identifiers[0]?.value}</small>
                </button>
              </li>
            ))}
          </ul>
          {found.data?.people.length === 0 && <p className={css.none}>{t('people.nobody')}</p>}
          <Button variant="default" onClick={() => void pick()} loading={picking}>
            {t('decide.try.anyone')}
          </Button>
        </>
      )}
    </div>
  )
}
