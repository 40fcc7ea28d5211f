import { useTranslation } from 'react-i18next'
import type { DecisionViewDropped } from '~/lib/api-schemas'
import { groupBy } from '~/lib/group-by'
import css from './dropped.module.css'
import { stageInWords } from './words'

/** What did not come, under the rule that took it out, in the words of its owner. */
export function Dropped({ dropped }: { dropped: readonly DecisionViewDropped[] }) {
  const { t } = useTranslation()
  const groups = [...groupBy(dropped, (each) => each.component)].toSorted(
    ([, a], [, b]) => a.length - b.length,
  )
  return (
    <ul className={css.dropped}>
      {groups.map(([component, all]) => (
        <li key={component}>
          <details>
            <summary>
              <b>{all.length}</b>
              <span>
                {all[0]?.sentence}
                <small>
                  {stageInWords(all[0]?.stage ?? '', t)} · {all[0]?.owner}
                </small>
              </span>
            </summary>
            <ul className={css.names}>
              {all.map((each) => (
                <li key={each.action}>{each.name}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}
