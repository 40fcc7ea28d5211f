import { useTranslation } from 'react-i18next'
import { problemsIn, slug, useForms } from './context'
import { TextField } from './fields'
import css from './forms.module.css'
import { Frame } from './frame'
import { NameAdder } from './name-adder'
import { put, take, within, type Place } from './use-edits'
import { useKept } from './use-kept'

/** What people may be trying to do, in their words; it goes before everything else. */
export function PurposesForm() {
  const { t } = useTranslation()
  const { forms, edit, fixed } = useForms()
  const serving = (id: string) =>
    forms.issues
      .flatMap((issue) => issue.groups)
      .flatMap((group) => group.actions)
      .filter((action) => action.purposes.includes(id)).length
  const file = forms.purposes[0]?.file ?? 'purposes.yaml'
  return (
    <div className={css.form}>
      <section>
        <h3>{t('decide.actions.purposes')}</h3>
        <p className={css.lead}>{t('decide.actions.purposesHint')}</p>
        <ul className={css.renderings}>
          {forms.purposes.map((purpose) => (
            <li key={purpose.id}>
              <h4>
                {purpose.name ?? purpose.id}
                <small>{t('forms.purposes.served', { count: serving(purpose.id) })}</small>
                {!fixed && serving(purpose.id) === 0 && (
                  <button type="button" className={css.plain} onClick={() => edit([take(purpose)])}>
                    {t('forms.takeOut')}
                  </button>
                )}
              </h4>
              <div className={css.fields}>
                <TextField
                  place={within(purpose, 'name')}
                  label={t('forms.purposes.name')}
                  value={purpose.name}
                />
                <WordsField place={within(purpose, 'words')} words={purpose.words} />
              </div>
            </li>
          ))}
        </ul>
        {!fixed && (
          <NameAdder
            label={t('forms.purposes.new')}
            onAdd={(name) => {
              const id = slug(
                name,
                forms.purposes.map((each) => each.id),
              )
              return edit([put({ file, path: ['purposes', id] }, { name })])
            }}
          />
        )}
      </section>
    </div>
  )
}

/** Several words in one line, with commas between. */
function WordsField({ place, words }: { place: Place; words: readonly string[] }) {
  const { t } = useTranslation()
  const { draft, edit, fixed } = useForms()
  const { text, setText, flush } = useKept(words.join(', '), (next, leaving) => {
    const all = next
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    if (all.length === 0 && words.length === 0) return undefined
    return edit([all.length === 0 ? take(place) : put(place, all)], leaving)
  })
  return (
    <Frame
      label={t('forms.purposes.words')}
      hint={t('forms.purposes.wordsHint')}
      problems={problemsIn(draft, place)}
    >
      {(ids) => (
        <input
          {...ids}
          type="text"
          readOnly={fixed}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => flush()}
        />
      )}
    </Frame>
  )
}
