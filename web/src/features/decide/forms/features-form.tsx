import { useTranslation } from 'react-i18next'
import type { CatalogueForms, CatalogueFormsPredictorForm } from '~/lib/api-schemas'
import { ownProblems, useForms } from './context'
import { TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { PredictorAdder } from './predictor-adder'
import { PredictorRow } from './predictor-row'
import { within } from './use-edits'

const SHOWN = ['outcomeWindow', 'predictors', 'fairness']

/** What models look at, and by what people are grouped to see whether they fare alike. */
export function FeaturesForm() {
  const { t } = useTranslation()
  const { draft, forms } = useForms()
  const { features } = forms
  const file = { file: features.file, path: [] }
  return (
    <div className={css.form}>
      <section>
        <h3>{t('forms.features.title')}</h3>
        <p className={css.lead}>
          {t(features.predictors.length === 0 ? 'forms.features.none' : 'forms.features.hint')}
        </p>
        <Mistakes problems={ownProblems(draft, file, SHOWN)} />
        <Part part="predictors" items={features.predictors} names={predictorNames(forms)} />
        <div className={css.fields}>
          <TextField
            place={within(file, 'outcomeWindow')}
            label={t('forms.features.window')}
            value={features.outcomeWindow}
            hint={t('forms.features.windowHint')}
          />
        </div>
      </section>
      <section>
        <h3>{t('forms.features.fairness')}</h3>
        <p className={css.lead}>{t('forms.features.fairnessHint')}</p>
        <Part part="fairness" items={features.fairness} names={personNames(forms)} />
      </section>
    </div>
  )
}

interface PartProps {
  part: 'predictors' | 'fairness'
  items: readonly CatalogueFormsPredictorForm[]
  names: readonly string[]
}

function Part({ part, items, names }: PartProps) {
  const { draft, forms, fixed } = useForms()
  const place = { file: forms.features.file, path: [part] }
  const taken = new Set(items.map((each) => each.name))
  const whole = draft.problems.filter(
    (each) => each.file === place.file && each.path[0] === part && each.path.length === 1,
  )
  return (
    <>
      <Mistakes problems={whole} />
      {items.length > 0 && (
        <ul className={css.rules}>
          {items.map((item, at) => (
            <PredictorRow
              key={`${item.name ?? ''} ${at}`}
              place={within(place, String(at))}
              item={item}
              part={part}
            />
          ))}
        </ul>
      )}
      {!fixed && (
        <PredictorAdder
          part={part}
          count={items.length}
          names={names.filter((name) => !taken.has(name))}
        />
      )}
    </>
  )
}

const personNames = (forms: CatalogueForms) =>
  forms.declared.attributes.map((each) => `person.${each.id}`)

function predictorNames(forms: CatalogueForms): string[] {
  return [
    ...['channel', 'purpose', 'time.hour', 'time.day'],
    ...personNames(forms),
    ...forms.declared.context.map((each) => `context.${each}`),
    ...forms.journeys.map((each) => `journey.${each.id}`),
    ...forms.declared.events.map((each) => `recent.${each}`),
  ]
}
