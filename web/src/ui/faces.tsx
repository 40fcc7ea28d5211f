import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CairnMark } from './cairn-mark'
import css from './faces.module.css'

/** The shape of what is coming, said once to those who listen. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={css.loading} role="status">
      <span className="visually-hidden">{t('faces.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.bone} style={{ inlineSize: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

/** Nothing here yet, and what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.face}>
      <span className={css.mark}>
        <CairnMark size={72} />
      </span>
      <h2 className={`serif ${css.title}`}>{title}</h2>
      {children}
    </div>
  )
}

/** It did not work: what happened in plain words, and a way on. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={css.face} role="alert">
      <h2 className={`serif ${css.title}`}>{t('faces.failed')}</h2>
      <p className={css.words}>{error.message}</p>
      {again && (
        <Button variant="default" onClick={again}>
          {t('faces.again')}
        </Button>
      )}
    </div>
  )
}
