import css from './progress.module.css'

/** How far something is, as a bar; whoever does not see it hears it in words. */
export function Progress({
  label,
  words,
  value,
  max,
}: {
  label: string
  words: string
  value: number
  max: number
}) {
  return (
    <progress
      className={css.progress}
      max={max}
      value={value}
      aria-label={label}
      aria-valuetext={words}
    />
  )
}
