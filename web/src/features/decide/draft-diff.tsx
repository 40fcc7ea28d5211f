import { useTranslation } from 'react-i18next'
import type { DraftView } from '~/lib/api-schemas'
import css from './draft-diff.module.css'
import { DifferenceWords } from './forms/difference-words'

/** Every line that differs from what runs now: what whoever approves must have seen. */
export function DraftDiff({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  if (draft.changes.length === 0) {
    return <p>{t('decide.drafts.nothingChanged', { number: draft.running })}</p>
  }
  return (
    <div className={css.diffs}>
      {draft.differences.length > 0 && <DifferenceWords draft={draft} />}
      <h2 className="serif">{t('forms.differences.lines')}</h2>
      {draft.changes.map((change) => (
        <section key={change.path} className={css.diff}>
          <h3>
            {change.path}{' '}
            <small>
              +{change.added} −{change.removed}
            </small>
          </h3>
          <div className={css.scroll} tabIndex={0} role="region" aria-label={change.path}>
            {change.hunks.map((hunk, at) => (
              <table key={at}>
                <tbody>
                  {hunk.map((line) => (
                    <tr key={`${line.before}-${line.after}`} data-kind={line.kind}>
                      <td>{line.before || ''}</td>
                      <td>{line.after || ''}</td>
                      <td>{line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ''}</td>
                      <td>
                        <code>{line.text}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
