import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import css from './map-head.module.css'
import { PLACED } from './reading'
import { useBoard, useHere, useUi } from './ui-store'
import { words } from './wire'

/** Finds notes by their words: what does not fit fades, Enter goes from one to the next. */
export function Find() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const find = useUi((state) => state.find)
  const [at, setAt] = useState(-1)
  const hits = useBoard(({ doc }) =>
    find === ''
      ? 0
      : [...doc.live.values()].filter(
          (card) => PLACED.has(card.kind) && words(card).toLowerCase().includes(find.toLowerCase()),
        ).length,
  )
  const next = (by: number) => {
    const { reading } = store.view()
    const wanted = find.toLowerCase()
    const found = reading.columns.flatMap((column) =>
      reading.lanes.flatMap((lane) =>
        (reading.cells.get(`${lane.id}|${column.id}`) ?? []).filter((card) =>
          words(card).toLowerCase().includes(wanted),
        ),
      ),
    )
    if (found.length === 0) return
    const from = at < 0 && by < 0 ? 0 : at
    const to = (from + by + found.length) % found.length
    setAt(to)
    const card = found[to]!
    ui.set({ selected: card.id })
    document
      .querySelector(`[data-card="${CSS.escape(card.id)}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'center' })
  }
  return (
    <search className={css.find}>
      <Icon name="search" size={15} />
      <input
        type="search"
        value={find}
        placeholder={t('map.find')}
        aria-label={t('map.find')}
        onChange={(event) => {
          setAt(-1)
          ui.set({ find: event.target.value })
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') next(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') ui.set({ find: '' })
        }}
      />
      <span role="status">{find !== '' && t('map.found', { count: hits })}</span>
    </search>
  )
}
