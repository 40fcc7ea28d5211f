import { useTranslation } from 'react-i18next'
import type { CatalogueForms, CatalogueFormsRuleForm } from '~/lib/api-schemas'
import { ownersOf, ownProblems, slug, useForms } from './context'
import { SelectField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { ruleNames, rulesPlace } from './growing'
import { Head } from './head'
import { RuleField } from './rule-field'
import { ScopeField } from './scope-field'
import { put, take, within, type Edit } from './use-edits'

export const TESTS = ['eligibility', 'applicability', 'suitability'] as const
const SHOWN = ['test', 'issue', 'group', 'action', 'when', 'sentence', 'owner']

/** One rule on whom something suits: what it asks, of what, what a person hears, and whose it is. */
export function RuleForm({ rule, onGone }: { rule: CatalogueFormsRuleForm; onGone: () => void }) {
  const { t } = useTranslation()
  const { draft, forms } = useForms()
  return (
    <div className={css.form}>
      <Head title={rule.sentence ?? rule.id} id={rule.id} out={take(rule)} onGone={onGone}>
        <Mistakes problems={ownProblems(draft, rule, SHOWN)} />
      </Head>
      <section>
        <SelectField
          place={within(rule, 'test')}
          label={t('forms.suits.test')}
          value={rule.test}
          hint={t(`decide.suits.${testOf(rule.test)}Hint`)}
          options={TESTS.map((test) => ({ value: test, label: t(`decide.suits.${test}`) }))}
        />
        <ScopeField place={rule} scope={rule.scope} />
        <RuleField
          place={within(rule, 'when')}
          label={t('forms.suits.when')}
          value={rule.when}
          hint={t('forms.suits.whenHint')}
          gives="answer"
        />
        <TextField
          place={within(rule, 'sentence')}
          label={t('forms.sentence')}
          value={rule.sentence}
          hint={t('forms.sentenceHint')}
          wide
        />
        <TextField
          place={within(rule, 'owner')}
          label={t('forms.owner')}
          value={rule.owner}
          hint={t('forms.ownerHint')}
          list={ownersOf(forms)}
        />
      </section>
    </div>
  )
}

const testOf = (test: string | undefined) => TESTS.find((each) => each === test) ?? 'eligibility'

/** A rule that has a place; the check asks for what it is to say. */
export function newRule(
  forms: CatalogueForms,
  scope: { level: string; id: string },
  owner: string | undefined,
): { edits: Edit[]; id: string } {
  const id = slug(scope.id === '' ? 'new-rule' : `${scope.id}-rule`, ruleNames(forms))
  return {
    id,
    edits: [
      put(rulesPlace(forms, 'policies', id), {
        test: 'eligibility',
        ...(scope.level === 'all' ? {} : { [scope.level]: scope.id }),
        ...(owner ? { owner } : {}),
      }),
    ],
  }
}
