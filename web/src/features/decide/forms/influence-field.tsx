import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { Choice } from '~/ui/choice'
import { problemsIn, useForms } from './context'
import { DateField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { put, take, within } from './use-edits'

const KINDS = ['boost', 'plain', 'nudge'] as const
type Kind = (typeof KINDS)[number]

/** How an action works on people: said openly, with the reason, and looked at again on a date. */
export function InfluenceField({ action }: { action: CatalogueFormsActionForm }) {
  const { t } = useTranslation()
  const { draft, edit, fixed } = useForms()
  const place = within(action, 'influence')
  const kind = KINDS.find((each) => action[each] !== undefined)
  const choose = (next: Kind) => {
    if (fixed || next === kind) return
    const reason = kind ? action[kind] : undefined
    edit([
      put(within(place, next), reason ?? t('forms.influence.reasonMissing')),
      ...(kind ? [take(within(place, kind))] : []),
    ])
  }
  const shown = [kind ?? '', 'expires']
  return (
    <>
      <Choice<Kind | ''>
        label={t('forms.influence.label')}
        quiet
        value={kind ?? ''}
        onChange={(next) => next !== '' && choose(next)}
        options={KINDS.map((value) => ({ value, label: t(`decide.influences.${value}`) }))}
      />
      <p className={css.hint}>{t(`forms.influence.hints.${kind ?? 'none'}`)}</p>
      <Mistakes
        problems={problemsIn(draft, place).filter(
          (problem) => !shown.includes(problem.path[place.path.length] ?? '') || !kind,
        )}
      />
      {kind && (
        <div className={css.fields}>
          <TextField
            key={kind}
            place={within(place, kind)}
            label={t('forms.influence.reason')}
            value={action[kind]}
            hint={t('forms.influence.ownerHint', { owner: action.owner ?? '–' })}
            wide
          />
          <DateField
            place={within(place, 'expires')}
            label={t('forms.influence.expires')}
            value={action.expires}
            hint={kind === 'nudge' ? t('forms.influence.expiresHint') : ''}
          />
        </div>
      )}
    </>
  )
}
