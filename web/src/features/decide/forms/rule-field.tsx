import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RuleChecked } from '~/lib/api-schemas'
import { post } from '~/lib/http'
import { draftPath } from '../drafts-api'
import { figures } from '../words'
import { problemsIn, useForms } from './context'
import { asEdit } from './fields'
import css from './forms.module.css'
import { Frame } from './frame'
import type { Place } from './use-edits'
import { useKept } from './use-kept'

const CHECK_MILLIS = 250

interface Props {
  place: Place
  label: string
  value: string | undefined
  hint?: string
  /** Yes or no, or a number. */
  gives: 'answer' | 'number'
}

/** A rule in its own language: checked as it is typed, and tried on the person chosen. */
export function RuleField({ place, label, value, hint, gives }: Props) {
  const { t } = useTranslation()
  const { draft, edit, fixed, person } = useForms()
  const { text, setText, flush } = useKept(value ?? '', (next, leaving) => {
    if (next.trim() === '' && value === undefined) return undefined
    return edit([asEdit(place, next, gives === 'number')], leaving)
  })
  const [asked] = useDebouncedValue(text, CHECK_MILLIS)
  const check = useQuery({
    queryKey: ['rule', draft.id, draft.rev, gives, asked, person?.id],
    queryFn: () =>
      post<RuleChecked>(`${draftPath(draft.id)}/rule`, {
        text: asked,
        gives,
        ...(person ? { person: person.id } : {}),
      }),
    placeholderData: keepPreviousData,
    enabled: asked.trim() !== '',
    retry: false,
  })
  const found = text.trim() === '' ? undefined : check.data
  const mistakes = found ? found.mistakes : []
  const told = found
    ? mistakes.map((each) => ({
        what: t('forms.rule.at', { at: each.offset + 1, what: each.what }),
        remedy: each.remedy,
      }))
    : problemsIn(draft, place)
  const first = mistakes[0]
  return (
    <Frame
      wide
      label={label}
      hint={hint}
      problems={told}
      below={
        first ? (
          <Spot text={asked} at={first.offset} />
        ) : (
          found && (
            <p className={css.reads} role="status">
              <Outcome found={found} gives={gives} />
            </p>
          )
        )
      }
    >
      {(ids) => (
        <textarea
          {...ids}
          className={css.code}
          rows={Math.min(6, Math.max(1, text.split('\n').length, Math.ceil(text.length / 70)))}
          spellCheck={false}
          value={text}
          readOnly={fixed}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => flush()}
        />
      )}
    </Frame>
  )
}

/** The rule once more, with the place of its first mistake marked. */
function Spot({ text, at }: { text: string; at: number }) {
  const word = /^(\w+|.)/s.exec(text.slice(at))?.[0] ?? ' '
  return (
    <pre className={css.spot} aria-hidden="true">
      {text.slice(0, at)}
      <mark>{word}</mark>
      {text.slice(at + word.length)}
    </pre>
  )
}

function Outcome({ found, gives }: { found: RuleChecked; gives: 'answer' | 'number' }) {
  const { t, i18n } = useTranslation()
  const { person } = useForms()
  if (!person) return t('forms.rule.reads')
  const { value } = found
  const name = person.name
  if (typeof value === 'number') {
    return t('forms.rule.number', { name, value: figures(value, i18n.language) })
  }
  if (typeof value === 'boolean') return t(value ? 'forms.rule.yes' : 'forms.rule.no', { name })
  return t(gives === 'answer' ? 'forms.rule.unknownAnswer' : 'forms.rule.unknownNumber', { name })
}
