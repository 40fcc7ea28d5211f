import { useTranslation } from 'react-i18next'
import { useForms } from './context'
import { SelectField } from './fields'
import css from './forms.module.css'
import { put, take, within, type Place } from './use-edits'

const LEVELS = ['all', 'issue', 'group', 'action'] as const

interface Props {
  place: Place
  scope: { level: string; id: string }
}

/** What a rule is on: everything, an issue, a group, or one action. */
export function ScopeField({ place, scope }: Props) {
  const { t } = useTranslation()
  const { forms, edit } = useForms()
  const groups = forms.issues.flatMap((issue) => issue.groups)
  const choices: Record<string, { value: string; label: string }[]> = {
    issue: forms.issues.map((each) => ({ value: each.id, label: each.name ?? each.id })),
    group: groups.map((each) => ({ value: each.id, label: each.name ?? each.id })),
    action: groups
      .flatMap((group) => group.actions)
      .map((each) => ({ value: each.id, label: each.name ?? each.id })),
  }
  const options = choices[scope.level]
  const old = scope.level === 'all' ? [] : [take(within(place, scope.level))]
  return (
    <div className={css.pair}>
      <SelectField
        place={within(place, 'scope')}
        label={t('forms.scope.level')}
        value={scope.level}
        options={LEVELS.map((level) => ({ value: level, label: t(`forms.scope.${level}`) }))}
        onChoose={(level) => {
          const first = choices[level]?.[0]
          edit([...old, ...(first ? [put(within(place, level), first.value)] : [])])
        }}
      />
      {options && (
        <SelectField
          place={within(place, scope.level)}
          label={t('forms.scope.which')}
          value={scope.id}
          options={options}
        />
      )}
    </div>
  )
}
