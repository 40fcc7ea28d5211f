import type { ReactNode } from 'react'
import { CairnMark } from '~/ui/cairn-mark'
import css from './door.module.css'

/** The quiet frame of the pages before the house. */
export function Door({
  title,
  words,
  children,
}: {
  title: string
  words: string
  children?: ReactNode
}) {
  return (
    <main className={css.door}>
      <div className={css.card}>
        <span className={css.mark}>
          <CairnMark size={64} />
        </span>
        <h1>{title}</h1>
        <p className={css.words}>{words}</p>
        {children}
      </div>
      <svg
        className={css.hills}
        viewBox="0 0 1440 320"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d="M0 210C180 120 330 160 520 190s300-90 520-60 260 60 400 20v160H0z" opacity=".35" />
        <path d="M0 250c220-60 380 10 600-10s360-80 520-40 220 50 320 30v90H0z" opacity=".55" />
        <path d="M0 290c260-40 460 0 700-12s480-50 740-6v48H0z" />
      </svg>
    </main>
  )
}
