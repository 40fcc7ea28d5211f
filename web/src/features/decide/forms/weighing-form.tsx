import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ownProblems, problemsIn, slug, useForms } from './context'
import { Frame, Mistakes, SelectField, TextField } from './fields'
import css from './forms.module.css'
import { ruleNames } from './growing'
import { RuleField } from './rule-field'
import { ScopeField } from './scope-field'
import { put, take, within } from './use-edits'
import { useKept } from './use-kept'

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

      <section>
        <h3>{t('decide.weighing.levers')}</h3>
        <p className={css.lead}>{t('decide.weighing.leversHint')}</p>
        <div className={css.levers}>
          {forms.issues.map((issue) => (
            <fieldset key={issue.id} className={css.lever}>
              <legend>{issue.name ?? issue.id}</legend>
              <TextField
                place={within(issue, 'lever')}
                label={t('forms.weighing.issueLever')}
                kind="number"
                value={issue.lever}
              />
              {issue.groups.map((group) => (
                <TextField
                  key={group.id}
                  place={{ file: issue.file, path: [...group.path, 'lever'] }}
                  label={group.name ?? group.id}
                  kind="number"
                  value={group.lever}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </section>

      <section>
        <h3>{t('forms.weighing.boosts')}</h3>
        <p className={css.lead}>{t('forms.weighing.boostsHint')}</p>
        <ul className={css.renderings}>
          {forms.boosts.map((boost) => (
            <li key={boost.id}>
              <h4>
                {boost.id}
                {!fixed && (
                  <button type="button" className={css.plain} onClick={() => edit([take(boost)])}>
                    {t('forms.takeOut')}
                  </button>
                )}
              </h4>
              <Mistakes
                problems={problemsIn(draft, boost).filter(
                  (problem) => problem.path.length <= boost.path.length,
                )}
              />
              <RuleField
                place={within(boost, 'when')}
                label={t('decide.weighing.when')}
                value={boost.when}
                gives="answer"
              />
              <ScopeField place={boost} scope={boost.scope} />
              <TextField
                place={within(boost, 'percent')}
                label={t('forms.weighing.percent')}
                kind="number"
                value={boost.percent}
              />
            </li>
          ))}
        </ul>
        {!fixed && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() =>
              edit([
                put(within(file, 'context', slug('new-boost', ruleNames(forms))), {
                  when: "context.page == ''",
                  percent: 10,
                }),
              ])
            }
          >
            {t('forms.weighing.addBoost')}
          </Button>
        )}
      </section>
    </div>
  )
}

const STEP = 0.05

/** The published share of the organisation's value, by slider or by number. */
function Share({ value }: { value: string }) {
  const { t } = useTranslation()
  const { draft, forms, edit, fixed } = useForms()
  const place = { file: forms.weighing.file, path: ['a'] }
  const { text, setText, flush } = useKept(value, (next, leaving) => {
    const share = Number(next)
    edit([put(place, next.trim() !== '' && Number.isFinite(share) ? share : next)], leaving)
  })
  return (
    <Frame
      wide
      label={t('decide.weighing.a')}
      problems={problemsIn(draft, place)}
      hint={t('forms.weighing.aHint')}
    >
      {(ids) => (
        <div className={css.share}>
          <small>{t('decide.weighing.allPerson')}</small>
          <input
            type="range"
            min={0}
            max={1}
            step={STEP}
            disabled={fixed}
            aria-label={t('decide.weighing.a')}
            aria-valuetext={text}
            value={Number(text) || 0}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => flush()}
          />
          <small>{t('decide.weighing.allOrganisation')}</small>
          <input
            {...ids}
            type="text"
            inputMode="decimal"
            data-number="true"
            readOnly={fixed}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => flush()}
          />
        </div>
      )}
    </Frame>
  )
}
