import { useTranslation } from 'react-i18next'
import type { DecisionViewChange } from '~/lib/api-schemas'
import { groupBy } from '~/lib/group-by'
import css from './changes.module.css'

/** The smallest changes that bring something else; each was decided again before it is told. */
export function Changes({ changes }: { changes: readonly DecisionViewChange[] }) {
  const { t } = useTranslation()
  return (
    <ul className={css.changes}>
      {[...groupBy(changes, (each) => each.action)].map(([action, all]) => (
        <li key={action}>
          <b>{all[0]?.name}</b>
          {all.map((change) => (
            <p key={change.sentence} data-kind={change.kind}>
              <span className={css.kind}>
                {change.kind === 'fact'
                  ? t('decide.changes.fact')
                  : change.kind === 'word'
                    ? t('decide.changes.word')
                    : change.kind === 'time'
                      ? t('decide.changes.time')
                      : t('decide.changes.lever')}
              </span>
              {change.sentence}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
