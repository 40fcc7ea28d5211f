import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { Choosing } from './choosing'
import { problemsIn, useForms } from './context'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { within } from './use-edits'
import { useList } from './use-list'

/** The actions that one holds together: they are offered as one, and never beside it. */
export function BundleField({ action }: { action: CatalogueFormsActionForm }) {
  const { t } = useTranslation()
  const { draft, forms, names, fixed } = useForms()
  const place = within(action, 'bundle')
  const list = useList(place, action.bundle.length)
  const others = forms.issues
    .flatMap((issue) => issue.groups)
    .flatMap((group) => group.actions)
    .filter((each) => each.id !== action.id && each.bundle.length === 0)
    .filter((each) => !action.bundle.includes(each.id))
  return (
    <>
      <p className={css.lead}>{t('forms.bundle.hint')}</p>
      {action.bundle.length > 0 && (
        <ol className={css.rules}>
          {action.bundle.map((part, at) => (
            <li key={part + String(at)}>
              <span>{names.get(`action:${part}`) ?? part}</span>
              {!fixed && (
                <button
                  type="button"
                  className={css.plain}
                  aria-label={t('forms.bundle.without', {
                    name: names.get(`action:${part}`) ?? part,
                  })}
                  {...list.waits}
                  onClick={() => void list.takeAt(at)}
                >
                  {t('forms.takeOut')}
                </button>
              )}
              <Mistakes problems={problemsIn(draft, within(place, String(at)))} />
            </li>
          ))}
        </ol>
      )}
      {!fixed && (
        <div className={css.fields}>
          <Choosing
            place={within(place, 'next')}
            label={t('forms.bundle.add')}
            act={t('forms.bundle.put')}
            onTake={list.append}
          >
            <option value="">{t('forms.choosing')}</option>
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name ?? each.id}
              </option>
            ))}
          </Choosing>
        </div>
      )}
    </>
  )
}
