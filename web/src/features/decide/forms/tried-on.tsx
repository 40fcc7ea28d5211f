import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '~/lib/rights'
import { ChoosePerson } from '../choose-person'
import type { Forms } from './context'
import css from './forms.module.css'

/** On whom rules are tried while they are written. */
export function TriedOn({
  person,
  onChoose,
}: {
  person: Forms['person']
  onChoose: (id: string | undefined) => void
}) {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  const [open, setOpen] = useState(false)
  if (!readPeople) return null
  return (
    <div className={css.tried}>
      {person ? (
        <p>
          {t('forms.triedOn')} <b>{person.name}</b>
          <button type="button" className={css.plain} onClick={() => onChoose(undefined)}>
            {t('decide.try.another')}
          </button>
        </p>
      ) : (
        <button
          type="button"
          className={css.plain}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('decide.try.title')}
        </button>
      )}
      {!person && open && (
        <div className={css.people}>
          <ChoosePerson
            onChoose={(id) => {
              onChoose(id)
              setOpen(false)
            }}
          />
        </div>
      )}
    </div>
  )
}
