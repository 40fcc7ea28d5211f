import { useTranslation } from 'react-i18next'
import { SOURCES, type Source } from './choices-api'
import css from './sourced-field.module.css'
import { useHere } from './ui-store'
import { useTyped } from './use-typed'
import type { Element, Sourced } from './wire'

/** A number with where it comes from: measured, voted or assumed. */
export function SourcedField({
  element,
  field,
  label,
  of,
  max,
  signed,
  first = 'assumed',
  mayMap,
}: {
  element: Element
  field: string
  label: string
  /** What the label is of, where several fields of a screen share it. */
  of?: string
  max?: number
  /** It may lie below zero. */
  signed?: boolean
  /** Where a number comes from until somebody says otherwise. */
  first?: Source
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const value = element[field] as Sourced | null
  const least = signed ? -Infinity : 0
  const name = of ? `${label}, ${of}` : label
  const set = (next: Sourced | null) =>
    store.act(t('map.did.number'), [{ op: 'set', id: element.id, fields: { [field]: next } }])
  const shown = String(value?.number ?? '')
  const number = useTyped(shown, shown, (typed, before) => {
    if (typed === before) return
    const bounded = Math.max(least, Math.min(max ?? Infinity, Number(typed)))
    set(typed === '' ? null : { number: bounded, source: value?.source ?? first })
  })
  return (
    <div className={css.field}>
      <label>
        {label}
        <input
          {...number}
          type="number"
          aria-label={name}
          min={signed ? undefined : 0}
          max={max}
          step="any"
          disabled={!mayMap}
        />
      </label>
      <select
        aria-label={t('map.choice.sourceOf', { label: name })}
        disabled={!mayMap || !value}
        value={value?.source ?? first}
        onChange={(event) =>
          value && set({ number: value.number, source: event.target.value as Source })
        }
      >
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(`map.case.sources.${source}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
