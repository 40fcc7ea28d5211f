import { useTranslation } from 'react-i18next'
import type { LineState } from './line'
import css from './map-head.module.css'
import { useBoard } from './ui-store'

const SAVED: Record<LineState, 'saved' | 'offline' | 'connecting'> = {
  open: 'saved',
  connecting: 'connecting',
  lost: 'offline',
  gone: 'offline',
}

/** Whether everything done here has come to the server. */
export function Saved() {
  const { t } = useTranslation()
  const line = useBoard((view) => view.line)
  const waiting = useBoard((view) => view.waiting)
  const state = line === 'open' && waiting > 0 ? 'saving' : SAVED[line]
  return (
    <span className={css.saved} data-state={state} role="status">
      {t(`map.state.${state}`)}
      {state === 'offline' && waiting > 0 && `, ${t('map.waiting', { count: waiting })}`}
    </span>
  )
}
