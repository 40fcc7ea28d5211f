import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { today } from '~/lib/format'
import { useForms } from './context'
import { useChange } from './use-change'
import { put, take, within, type Edit } from './use-edits'

/** Ends an action today or lets it go on; what never ran is taken out altogether. */
export function Retire({ action }: { action: CatalogueFormsActionForm }) {
  const { t } = useTranslation()
  const { draft, forms } = useForms()
  const { change, waits, refusal } = useChange()
  const until = within(action, 'until')
  const isNew = draft.differences.some(
    (each) =>
      each.kind === 'added' &&
      each.file === action.file &&
      each.path.join('/') === action.path.join('/'),
  )
  const button = (words: string, edits: readonly Edit[]) => (
    <>
      <Button size="compact-sm" variant="default" {...waits} onClick={() => void change(edits)}>
        {words}
      </Button>
      {refusal}
    </>
  )
  if (isNew) {
    const own = [...forms.rules, ...forms.contacts, ...forms.volumes].filter(
      (rule) => rule.scope.level === 'action' && rule.scope.id === action.id,
    )
    return button(t('forms.takeOut'), [...own.map((rule) => take(rule)), take(action)])
  }
  return action.until
    ? button(t('forms.action.goOn'), [take(until)])
    : button(t('forms.action.retire'), [put(until, today())])
}
