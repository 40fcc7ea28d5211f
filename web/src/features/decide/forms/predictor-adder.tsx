import { useTranslation } from 'react-i18next'
import { useForms } from './context'
import css from './forms.module.css'
import { Frame } from './frame'
import { isProtected, predictorInWords, SOURCES, sourceOf } from './predictor-words'
import { useList } from './use-list'

interface Props {
  part: 'predictors' | 'fairness'
  count: number
  names: readonly string[]
}

/** Something more to look at, chosen from what the files declare. */
export function PredictorAdder({ part, count, names }: Props) {
  const { t } = useTranslation()
  const { forms } = useForms()
  const list = useList({ file: forms.features.file, path: [part] }, count)
  const add = (name: string) => {
    // A protected attribute waits for its declaration beside its name.
    void list.append(part === 'predictors' && isProtected(name, forms) ? { name } : name)
  }
  return (
    <div className={css.fields}>
      <Frame label={t(`forms.features.add.${part}`)} problems={[]}>
        {(ids) => (
          <select
            {...ids}
            value=""
            onChange={(event) => {
              if (event.currentTarget.value !== '') add(event.currentTarget.value)
            }}
          >
            <option value="">{t('forms.choosing')}</option>
            {SOURCES.map((source) => {
              const some = names.filter((name) => sourceOf(name) === source)
              return (
                some.length > 0 && (
                  <optgroup key={source} label={t(`forms.features.sources.${source}`)}>
                    {some.map((name) => (
                      <option key={name} value={name}>
                        {predictorInWords(name, forms, t)}
                        {isProtected(name, forms) && ` (${t('forms.features.protected')})`}
                      </option>
                    ))}
                  </optgroup>
                )
              )
            })}
          </select>
        )}
      </Frame>
    </div>
  )
}
