import { useTranslation } from 'react-i18next'
import { Choosing } from './choosing'
import { useForms } from './context'
import css from './forms.module.css'
import { isProtected, predictorInWords, SOURCES, sourceOf } from './predictor-words'
import { within } from './use-edits'
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
  const place = { file: forms.features.file, path: [part] }
  const list = useList(place, count)
  // A protected attribute waits for its declaration beside its name.
  const add = (name: string) =>
    list.append(part === 'predictors' && isProtected(name, forms) ? { name } : name)
  return (
    <div className={css.fields}>
      <Choosing
        place={within(place, String(count))}
        label={t(`forms.features.add.${part}`)}
        act={t(`forms.features.put.${part}`)}
        onTake={add}
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
      </Choosing>
    </div>
  )
}
