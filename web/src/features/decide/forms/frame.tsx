import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from './context'
import css from './forms.module.css'

interface FrameProps {
  label: string
  hint?: ReactNode
  problems: readonly Pick<Problem, 'what' | 'remedy'>[]
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
  /** What stands under the field beside its mistakes. */
  below?: ReactNode
  wide?: boolean
}

/** A mistake as whoever fills in forms reads it: what is missing has no name of a file there. */
export function useMistake() {
  const { t } = useTranslation()
  return ({ what, remedy }: Pick<Problem, 'what' | 'remedy'>) =>
    / is missing\.$/.test(what) ? t('forms.missing') : `${what} ${remedy}`.trim()
}

/** A label, what it is about, the field, and every mistake in it. */
export function Frame({ label, hint, problems, children, below, wide }: FrameProps) {
  const id = useId()
  const inWords = useMistake()
  return (
    <div className={css.field} data-wide={wide}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-wrong`,
        'aria-invalid': problems.length > 0,
      })}
      <div id={`${id}-wrong`} className={css.wrong} role="status">
        {problems.map((problem) => (
          <p key={problem.what + problem.remedy}>{inWords(problem)}</p>
        ))}
      </div>
      {below}
      <p id={`${id}-hint`} className={css.hint}>
        {hint}
      </p>
    </div>
  )
}

/** Mistakes of a part as a whole. */
export function Mistakes({ problems }: { problems: readonly Problem[] }) {
  const inWords = useMistake()
  if (problems.length === 0) return null
  return (
    <ul className={css.mistakes}>
      {problems.map((problem) => (
        <li key={problem.sentence}>{inWords(problem)}</li>
      ))}
    </ul>
  )
}
