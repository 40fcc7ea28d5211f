import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import { stageColor, stageSoft } from '~/ui/stage-color'
import css from './board-grid.module.css'
import { addStep } from './gestures'
import type { Column, StageSpan } from './reading'
import { useHere } from './ui-store'
import { useDraft } from './use-draft'
import { say, type Element } from './wire'

/** What stands above the columns: stages across their steps, and each step by its name. */
export function StageHead({
  span,
  count,
  mayMap,
}: {
  span: StageSpan
  count: number
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  return (
    <li
      className={css.stage}
      style={{
        inlineSize: `calc(${span.columns.length} * var(--column))`,
        ['--tone' as string]: stageColor(span.index, count),
        ['--soft' as string]: stageSoft(span.index, count),
      }}
    >
      <Name element={span.stage} label={t('map.stageName')} mayMap={mayMap} />
      {mayMap && (
        <button
          type="button"
          className={css.addStep}
          aria-label={t('map.addStepTo', { stage: say(span.stage, 'name') })}
          title={t('map.addStep')}
          onClick={() =>
            store.act(
              t('map.did.step'),
              addStep(store.view().reading, span.stage, t('map.newStep')),
            )
          }
        >
          <Icon name="plus" size={15} />
        </button>
      )}
    </li>
  )
}

export function StepHead({
  column,
  mayMap,
  color,
}: {
  column: Column
  mayMap: boolean
  color: string
}) {
  const { t } = useTranslation()
  return (
    <li className={css.step} style={{ ['--tone' as string]: color }}>
      {column.step ? (
        <Name element={column.step} label={t('map.stepName')} mayMap={mayMap} />
      ) : (
        <span className={css.wholeStage}>{t('map.wholeStage')}</span>
      )}
    </li>
  )
}

/**
 * A name that is read as a heading and changed in place: Enter keeps it, Escape does not. An emptied
 * one takes back what stands there now, whoever wrote it.
 */
function Name({ element, label, mayMap }: { element: Element; label: string; mayMap: boolean }) {
  const { t } = useTranslation()
  const name = say(element, 'name')
  const typed = useDraft(element, 'name', t('map.did.name'), { needed: true })
  if (!mayMap) return <span className={css.name}>{name}</span>
  return (
    <textarea
      {...typed}
      className={css.name}
      rows={1}
      aria-label={`${label}: ${name}`}
      title={say(element, 'description')}
      maxLength={160}
      onFocus={(event) => {
        typed.onFocus()
        event.currentTarget.select()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') event.preventDefault()
        if (event.key === 'Escape') typed.onChange({ target: { value: '' } })
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
