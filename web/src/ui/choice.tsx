import css from './choice.module.css'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
  /** The label is spoken but not drawn. */
  quiet?: boolean
}

/** One of a few, all seen at once. */
export function Choice<T extends string>({ label, options, value, onChange, quiet }: Props<T>) {
  return (
    <fieldset className={css.choice}>
      <legend className={quiet ? 'visually-hidden' : css.label}>{label}</legend>
      <div className={css.row}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={css.option}
            aria-pressed={option.value === value}
            onClick={() => option.value !== value && onChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
