import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { problemsIn, slug, useForms } from './context'
import { TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { ruleNames } from './growing'
import { RuleField } from './rule-field'
import { ScopeField } from './scope-field'
import { put, take, within } from './use-edits'

/** The organisation's own weights on whole issues and groups. */
export function Levers() {
  const { t } = useTranslation()
  const { forms } = useForms()
  return (
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
  )
}

/** Weights that hold only while the situation does. */
export function Boosts() {
  const { t } = useTranslation()
  const { draft, forms, fixed, edit } = useForms()
  const file = { file: forms.weighing.file, path: [] }
  return (
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
  )
}
