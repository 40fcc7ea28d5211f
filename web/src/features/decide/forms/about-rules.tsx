import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { useForms } from './context'
import css from './forms.module.css'
import { newRule } from './rule-form'
import { useChange } from './use-change'

interface Props {
  action: CatalogueFormsActionForm
  issue: string | undefined
  group: string | undefined
  onGo: (part: 'suits' | 'often', at: string) => void
}

/** Every rule that an action has to pass, each with its team, and the way to change it. */
export function AboutRules({ action, issue, group, onGo }: Props) {
  const { t } = useTranslation()
  const { forms, fixed } = useForms()
  const { change, waits, refusal } = useChange()
  const concerns = ({ scope }: { scope: { level: string; id: string } }) =>
    scope.level === 'all' ||
    (scope.level === 'issue' && scope.id === issue) ||
    (scope.level === 'group' && scope.id === group) ||
    (scope.level === 'action' && scope.id === action.id)
  const rules = [
    ...forms.rules.filter(concerns).map((rule) => ({ rule, part: 'suits' as const })),
    ...forms.contacts.filter(concerns).map((rule) => ({ rule, part: 'often' as const })),
    ...forms.volumes.filter(concerns).map((rule) => ({ rule, part: 'often' as const })),
  ]
  return (
    <section>
      <h3>{t('decide.actions.rules')}</h3>
      <ul className={css.rules}>
        {rules.map(({ rule, part }) => (
          <li key={rule.id}>
            <button type="button" onClick={() => onGo(part, rule.id)}>
              {rule.sentence ?? rule.id}
            </button>
            <small>
              {rule.owner}
              {rule.scope.level !== 'action' && ` · ${t(`forms.scope.${level(rule.scope.level)}`)}`}
            </small>
          </li>
        ))}
      </ul>
      {!fixed && (
        <Button
          variant="default"
          size="compact-md"
          {...waits}
          onClick={() => {
            const { edits, id } = newRule(forms, { level: 'action', id: action.id }, action.owner)
            void change(edits, () => onGo('suits', id))
          }}
        >
          {t('forms.suits.addHere')}
        </Button>
      )}
      {refusal}
    </section>
  )
}

const LEVELS = ['all', 'issue', 'group', 'action'] as const
const level = (word: string) => LEVELS.find((each) => each === word) ?? 'all'
