import { useId, type ReactNode } from 'react'
import { problemsIn, useForms } from './context'
import css from './forms.module.css'
import { Frame, useMistake } from './frame'
import { put, take, type Place } from './use-edits'
import { useKept } from './use-kept'
import { useTicks } from './use-ticks'

const NUMBER = /^-?\d+(\.\d+)?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A number where the text is one; else the text, and the check says what is wrong with it. */
export const numeric = (text: string): unknown => (NUMBER.test(text) ? Number(text) : text)

interface FieldProps {
  place: Place
  label: string
  value: string | undefined
  hint?: ReactNode
  wide?: boolean
}

interface TextProps extends FieldProps {
  kind?: 'text' | 'number' | 'long'
  /** What is suggested. */
  list?: readonly string[]
}

/** What a text becomes in its file; an emptied field takes the place out. */
export const asEdit = (place: Place, text: string, number: boolean) =>
  text.trim() === '' ? take(place) : put(place, number ? numeric(text.trim()) : text)

export function TextField({ place, label, value, hint, kind = 'text', list, wide }: TextProps) {
  const { draft, edit, fixed } = useForms()
  const { text, setText, flush } = useKept(value ?? '', (next, leaving) => {
    if (next.trim() === '' && value === undefined) return undefined
    return edit([asEdit(place, next, kind === 'number')], leaving)
  })
  const listId = useId()
  const problems = problemsIn(draft, place)
  return (
    <Frame label={label} hint={hint} problems={problems} wide={wide || kind === 'long'}>
      {(ids) =>
        kind === 'long' ? (
          <textarea
            {...ids}
            rows={Math.min(8, Math.max(2, text.split('\n').length))}
            value={text}
            readOnly={fixed}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => flush()}
          />
        ) : (
          <>
            <input
              {...ids}
              type="text"
              inputMode={kind === 'number' ? 'decimal' : undefined}
              data-number={kind === 'number'}
              list={list ? listId : undefined}
              value={text}
              readOnly={fixed}
              onChange={(event) => setText(event.currentTarget.value)}
              onBlur={() => flush()}
            />
            {list && (
              <datalist id={listId}>
                {list.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Frame>
  )
}

/** A date; a moment that somebody wrote as text stays a text. */
export function DateField(props: FieldProps) {
  const { value } = props
  return value === undefined || DATE.test(value) ? (
    <DayField {...props} />
  ) : (
    <TextField {...props} />
  )
}

function DayField({ place, label, value, hint }: FieldProps) {
  const { draft, edit, fixed } = useForms()
  const { text, setText, flush } = useKept(value ?? '', (next, leaving) =>
    next === '' && value === undefined ? undefined : edit([asEdit(place, next, false)], leaving),
  )
  return (
    <Frame label={label} hint={hint} problems={problemsIn(draft, place)}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={text}
          readOnly={fixed}
          onChange={(event) => {
            // A browser's calendar sets a day where nothing may be typed, too.
            if (!fixed) setText(event.currentTarget.value)
          }}
          onBlur={() => flush()}
        />
      )}
    </Frame>
  )
}

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  /** What is written; the chosen word itself unless said otherwise. */
  onChoose?: (value: string) => void
}

export function SelectField({ place, label, value, hint, options, onChoose }: SelectProps) {
  const { draft, edit, fixed } = useForms()
  const known = options.some((option) => option.value === (value ?? ''))
  return (
    <Frame label={label} hint={hint} problems={problemsIn(draft, place)}>
      {(ids) => (
        <select
          {...ids}
          value={value ?? ''}
          disabled={fixed}
          onChange={(event) => {
            const next = event.currentTarget.value
            if (onChoose) onChoose(next)
            else edit([asEdit(place, next, false)])
          }}
        >
          {!known && <option value={value ?? ''}>{value ?? '–'}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}

interface SetProps {
  place: Place
  legend: string
  hint?: ReactNode
  values: readonly string[]
  options: readonly { value: string; label: string }[]
}

/** Any of several, written as a list. */
export function SetField({ place, legend, hint, values, options }: SetProps) {
  const inWords = useMistake()
  const { draft, edit, fixed } = useForms()
  const unknown = values.filter((value) => !options.some((option) => option.value === value))
  const all = [...options, ...unknown.map((value) => ({ value, label: value }))]
  const problems = problemsIn(draft, place)
  const { ticked, toggle } = useTicks(values, (next) =>
    edit([next.length === 0 ? take(place) : put(place, next)]),
  )
  return (
    <fieldset className={css.set} disabled={fixed}>
      <legend>{legend}</legend>
      <div>
        {all.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={ticked.includes(option.value)}
              onChange={() => void toggle(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {problems.map((problem) => (
        <p key={problem.sentence} className={css.wrong} role="status">
          {inWords(problem)}
        </p>
      ))}
      {hint && <p className={css.hint}>{hint}</p>}
    </fieldset>
  )
}
