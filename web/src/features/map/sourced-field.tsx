import { useTranslation } from 'react-i18next'
import { SOURCES, type Source } from './choices-api'
import css from './sourced-field.module.css'
import { useHere } from './ui-store'
import type { Element, Sourced } from './wire'

/** A number with where it comes from: measured, voted or assumed. */
export function SourcedField({
  element,
  field,
  label,
  max,
  mayMap,
}: {
  element: Element
  field: string
  label: string
  max?: number
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const value = element[field] as Sourced | null
  const set = (next: Sourced | null) =>
    store.act(t('map.did.number'), [{ op: 'set', id: element.id, fields: { [field]: next } }])
  return (
    <div className={css.field}>
      <label>
        {label}
        <input
          key={value?.number}
          type="number"
          min={0}
          max={max}
          step="any"
          disabled={!mayMap}
          defaultValue={value?.number ?? ''}
          onBlur={(event) => {
            const typed = event.target.value
            if (typed === String(value?.number ?? '')) return
            const number = Math.max(0, Math.min(max ?? Infinity, Number(typed)))
            set(typed === '' ? null : { number, source: value?.source ?? 'assumed' })
          }}
        />
      </label>
      <select
        aria-label={t('map.choice.sourceOf', { label })}
        disabled={!mayMap || !value}
        value={value?.source ?? 'assumed'}
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
