import { useTranslation } from 'react-i18next'
import { ownProblems, useForms } from './context'
import { SelectField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { Boosts, Levers } from './levers'
import { Share } from './share'
import { put, within } from './use-edits'

const CHOICES = ['inverseGap', 'thompson', 'greedy'] as const
const FACTORS = ['propensity', 'context', 'levers', 'value'] as const
const CLASSES = ['serves', 'neutral', 'other'] as const
const SHOWN = ['a', 'unit', 'classMax', 'choice', 'use', 'context', 'arms']
/** What holds where the file says nothing. */
const PUBLISHED = { a: '0.5', unit: '1', classMax: '100', gain: '100', optimism: '1', floor: '0' }

/** What goes before what: the order of the classes, the published formula, weights, and the arms. */
export function WeighingForm() {
  const { t } = useTranslation()
  const { draft, forms, fixed, edit } = useForms()
  const { weighing } = forms
  const file = { file: weighing.file, path: [] }
  const choice = CHOICES.find((each) => each === weighing.choice) ?? 'inverseGap'
  const by = within(file, 'choice', choice)
  return (
    <div className={css.form}>
      <section>
        <h3>{t('forms.weighing.classes')}</h3>
        <p className={css.lead}>{t('forms.weighing.classesHint')}</p>
        <ol className={css.classes}>
          {CLASSES.map((each) => (
            <li key={each}>{t(`decide.classes.${each}`)}</li>
          ))}
        </ol>
      </section>

      <section>
        <h3>{t('decide.weighing.title')}</h3>
        <p className={css.lead}>{t('decide.weighing.hint')}</p>
        <Mistakes problems={ownProblems(draft, file, SHOWN)} />
        <Share value={weighing.a ?? PUBLISHED.a} />
        <div className={css.fields}>
          <TextField
            place={within(file, 'unit')}
            label={t('forms.weighing.unit')}
            kind="number"
            value={weighing.unit}
            hint={t('forms.weighing.unitHint', { standard: PUBLISHED.unit })}
          />
          <TextField
            place={within(file, 'classMax')}
            label={t('forms.weighing.classMax')}
            kind="number"
            value={weighing.classMax}
            hint={t('forms.weighing.classMaxHint', { standard: PUBLISHED.classMax })}
          />
        </div>
        <p className={css.note}>{t('forms.action.floor')}</p>
        <fieldset className={css.set} disabled={fixed}>
          <legend>{t('decide.weighing.counts')}</legend>
          <div>
            {FACTORS.map((factor) => (
              <label key={factor}>
                <input
                  type="checkbox"
                  checked={weighing.use[factor] !== 'false'}
                  onChange={(event) =>
                    edit([put(within(file, 'use', factor), event.currentTarget.checked)])
                  }
                />
                {t(`decide.weighing.factors.${factor}`)}
              </label>
            ))}
          </div>
        </fieldset>
      </section>

      <section>
        <h3>{t('forms.weighing.choice')}</h3>
        <div className={css.fields}>
          <SelectField
            place={within(file, 'choice')}
            label={t('forms.weighing.how')}
            value={choice}
            hint={t(`forms.weighing.choiceHints.${choice}`)}
            options={CHOICES.map((value) => ({
              value,
              label: t(`forms.weighing.choices.${value}`),
            }))}
            onChoose={(next) => {
              const says = {
                inverseGap: { inverseGap: { gain: 100, optimism: 1, floor: 0 } },
                thompson: { thompson: { width: 1 } },
                greedy: { greedy: true },
              }[CHOICES.find((each) => each === next) ?? 'inverseGap']
              edit([put(within(file, 'choice'), says)])
            }}
          />
          {choice === 'inverseGap' &&
            (['gain', 'optimism', 'floor'] as const).map((name) => (
              <TextField
                key={name}
                place={within(by, name)}
                label={t(`forms.weighing.${name}`)}
                kind="number"
                value={weighing[name]}
                hint={t('forms.weighing.standard', { standard: PUBLISHED[name] })}
              />
            ))}
          {choice === 'thompson' && (
            <TextField
              place={within(by, 'width')}
              label={t('forms.weighing.width')}
              kind="number"
              value={weighing.width}
            />
          )}
        </div>
      </section>

      <section>
        <h3>{t('forms.weighing.arms')}</h3>
        <p className={css.lead}>{t('forms.weighing.armsHint')}</p>
        <div className={css.fields}>
          <TextField
            place={within(file, 'arms', 'perMille')}
            label={t('forms.weighing.perMille')}
            kind="number"
            value={weighing.perMille}
            hint={t('forms.weighing.perMilleHint')}
          />
          <TextField
            place={within(file, 'arms', 'salt')}
            label={t('forms.weighing.salt')}
            value={weighing.salt}
            hint={t('forms.weighing.saltHint')}
          />
        </div>
      </section>

      <Levers />
      <Boosts />
    </div>
  )
}
