import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import { problemsIn, useForms } from './context'
import css from './forms.module.css'
import type { Place } from './use-edits'

export interface ListProps {
  at: string | undefined
  onGo: (id: string) => void
}

/** One line of a list: its words, whether it has a mistake or differs from what runs. */
export function Row({
  id,
  words,
  under,
  place,
  at,
  onGo,
}: ListProps & { id: string; words: string; under?: string; place: Place }) {
  const { t } = useTranslation()
  const { draft } = useForms()
  const wrong = problemsIn(draft, place).length > 0
  const changed = draft.differences.some(
    (each) => each.file === place.file && place.path.every((name, i) => each.path[i] === name),
  )
  const here = id === at
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const row = button.current
    const list = row?.closest(`.${css.list}`)
    // The list alone scrolls to it, never the page.
    if (here && row && list) list.scrollTop = row.offsetTop - list.clientHeight / 2
  }, [here])
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-current={here ? 'true' : undefined}
        onClick={() => onGo(id)}
      >
        <span>
          {words}
          {under && <small>{under}</small>}
        </span>
        {wrong ? (
          <b data-wrong="true">{t('decide.drafts.wrong')}</b>
        ) : (
          changed && <b>{t('decide.drafts.changed')}</b>
        )}
      </button>
    </li>
  )
}

export function Find({ label, onChange }: { label: string; onChange: (typed: string) => void }) {
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
      classNames={{ label: 'visually-hidden' }}
    />
  )
}
