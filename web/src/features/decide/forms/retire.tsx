import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { today } from '~/lib/format'
import { useForms } from './context'
import { put, take, within } from './use-edits'

/** Ends an action today or lets it go on; what never ran is taken out altogether. */
export function Retire({ action }: { action: CatalogueFormsActionForm }) {
  const { t } = useTranslation()
  const { draft, forms, edit } = useForms()
  const until = within(action, 'until')
  const isNew = draft.differences.some(
    (each) =>
      each.kind === 'added' &&
      each.file === action.file &&
      each.path.join('/') === action.path.join('/'),
  )
  if (isNew) {
    const own = [...forms.rules, ...forms.contacts, ...forms.volumes].filter(
      (rule) => rule.scope.level === 'action' && rule.scope.id === action.id,
    )
    return (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => edit([...own.map((rule) => take(rule)), take(action)])}
      >
        {t('forms.takeOut')}
      </Button>
    )
  }
  return action.until ? (
    <Button size="compact-sm" variant="default" onClick={() => edit([take(until)])}>
      {t('forms.action.goOn')}
    </Button>
  ) : (
    <Button size="compact-sm" variant="default" onClick={() => edit([put(until, today())])}>
      {t('forms.action.retire')}
    </Button>
  )
}
