import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionViewItem, DecisionViewSurvivor } from '~/lib/api-schemas'
import css from './ranking.module.css'
import { classInWords, figures } from './words'

const SHOWN_FIRST = 6

/** What was weighed, in its order: the class of purpose first, then the score. */
export function Ranking({
  survivors,
  items,
}: {
  survivors: readonly DecisionViewSurvivor[]
  items: readonly DecisionViewItem[]
}) {
  const { t, i18n } = useTranslation()
  const [all, setAll] = useState(false)
  const most = Math.max(...survivors.map((each) => each.score), 1e-9)
  const shown = new Set(items.map((item) => item.action))
  return (
    <>
      <ol className={css.ranking}>
        {survivors.slice(0, all ? undefined : SHOWN_FIRST).map((each, at) => (
          <li key={each.action} data-shown={shown.has(each.action)}>
            <span className={css.place}>{at + 1}</span>
            <span className={css.name}>
              {each.name}
              {each.class === 'serves' && <small>{classInWords(each.class, t)}</small>}
            </span>
            <span className={css.score}>{figures(each.score, i18n.language)}</span>
            <span className={css.bar}>
              <i style={{ inlineSize: `${(100 * each.score) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
      {survivors.length > SHOWN_FIRST && (
        <button type="button" className={css.more} onClick={() => setAll(!all)}>
          {all ? t('decide.fewer') : t('decide.andMore', { count: survivors.length - SHOWN_FIRST })}
        </button>
      )}
    </>
  )
}
