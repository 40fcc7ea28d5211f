import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForms } from './context'
import css from './forms.module.css'
import { take, type Place } from './use-edits'

interface Props {
  title: string
  id: string
  place: Place
  onGone: () => void
  children?: ReactNode
}

/** What stands above the form of a part: what people call it, its name in the files, the way out. */
export function Head({ title, id, place, onGone, children }: Props) {
  const { t } = useTranslation()
  const { edit, fixed } = useForms()
  return (
    <header className={css.title}>
      <h2 className="serif">{title}</h2>
      <div className={css.tools}>
        <code>{id}</code>
        {!fixed && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              edit([take(place)])
              onGone()
            }}
          >
            {t('forms.takeOut')}
          </Button>
        )}
      </div>
      {children}
    </header>
  )
}
