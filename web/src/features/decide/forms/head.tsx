import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForms } from './context'
import css from './forms.module.css'
import { useChange } from './use-change'
import type { Edit } from './use-edits'

interface Props {
  /** What sort of part it is, where its place in the list does not say so. */
  kind?: string
  title: string
  id: string
  /** What takes it out; nothing where something still needs it. */
  out: Edit | undefined
  onGone: () => void
  children?: ReactNode
}

/** What stands above the form of a part: what people call it, its name in the files, the way out. */
export function Head({ kind, title, id, out, onGone, children }: Props) {
  const { t } = useTranslation()
  const { fixed } = useForms()
  const { change, waits, refusal } = useChange()
  return (
    <header className={css.title}>
      {kind && <p>{kind}</p>}
      <h2 className="serif">{title}</h2>
      <div className={css.tools}>
        <code>{id}</code>
        {!fixed && out && (
          <Button
            size="compact-sm"
            variant="default"
            {...waits}
            onClick={() => void change([out], onGone)}
          >
            {t('forms.takeOut')}
          </Button>
        )}
      </div>
      {refusal}
      {children}
    </header>
  )
}
