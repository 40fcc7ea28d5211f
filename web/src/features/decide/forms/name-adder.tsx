import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './forms.module.css'
import { Frame } from './frame'

interface Props {
  label: string
  /** Tells whether it was kept; only then is the name gone from here. */
  onAdd: (name: string) => Promise<boolean>
}

/** Something new, begun by what people call it. */
export function NameAdder({ label, onAdd }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const typed = name.trim()
  return (
    <form
      className={css.naming}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed === '') return
        void onAdd(typed).then((isKept) => {
          if (isKept) setName((now) => (now === name ? '' : now))
        })
      }}
    >
      <Frame label={label} problems={[]}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Frame>
      <Button type="submit" variant="default" disabled={typed === ''}>
        {t('forms.add')}
      </Button>
    </form>
  )
}
