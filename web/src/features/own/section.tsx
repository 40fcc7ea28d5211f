import type { ReactNode } from 'react'
import css from './own.module.css'

export function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={css.section}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint && <p className={css.hint}>{hint}</p>}
      {children}
    </section>
  )
}

/** What went wrong with a wish, said where it was made. */
export function Wrong({ error, words }: { error: Error | null; words: string }) {
  return error ? (
    <p role="alert" className={css.wrong}>
      {words}
    </p>
  ) : null
}
