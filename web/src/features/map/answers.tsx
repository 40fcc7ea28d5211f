import { useTranslation } from 'react-i18next'
import css from './card-panel.module.css'
import { useBoard, useHere } from './ui-store'
import { say, words, type Element } from './wire'

/** Which moment an idea answers: the case for that moment then says it, and who takes it up. */
export function Answers({ idea }: { idea: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const { cells } = useBoard(({ reading }) => reading)
  const moments = [...cells.values()].flat().filter(({ kind }) => kind === 'moment')
  if (moments.length === 0) return null
  return (
    <label className={css.label}>
      {t('map.answers')}
      <select
        value={say(idea, 'moment')}
        onChange={(event) =>
          store.act(t('map.did.change'), [
            { op: 'set', id: idea.id, fields: { moment: event.target.value } },
          ])
        }
      >
        <option value="">{t('map.answersNone')}</option>
        {moments.map((moment) => (
          <option key={moment.id} value={moment.id}>
            {words(moment)}
          </option>
        ))}
      </select>
    </label>
  )
}
