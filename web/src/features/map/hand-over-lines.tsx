import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import { handOverList } from './arrange'
import grid from './board-grid.module.css'
import css from './hand-over-lines.module.css'
import { COLUMN } from './lane'
import { useBoard } from './ui-store'
import { say } from './wire'

/** Where one team passes the person on to another: counted in a row, and a line down the whole map. */
export function HandOverLines() {
  const { t } = useTranslation()
  const reading = useBoard((view) => view.reading)
  const over = useMemo(() => handOverList(reading), [reading])
  const names = (ids: readonly string[]) =>
    ids
      .flatMap((id) => reading.teams.filter((team) => team.id === id))
      .map((team) => say(team, 'name'))
      .join(', ')
  return (
    <>
      <section className={grid.lane} aria-label={t('map.handOversDrawn')}>
        <header className={grid.laneHead}>
          <strong className={css.count}>{t('map.handOvers', { count: over.length })}</strong>
        </header>
        {reading.columns.map(({ id }) => {
          const at = over.findIndex(({ column }) => column === id)
          const here = over[at]
          return (
            <div key={id} className={css.place} data-place="">
              {here && (
                <p data-hand-over="">
                  <b>{at + 1}</b>
                  <span>
                    {names(here.from)} <Icon name="arrow" size={13} /> {names(here.to)}
                  </span>
                </p>
              )}
            </div>
          )
        })}
      </section>
      <div className={css.lines} aria-hidden="true">
        {over.map(({ column }) => (
          <i
            key={column}
            style={{
              insetInlineStart: `calc(var(--head) + ${reading.columns.findIndex(({ id }) => id === column) * COLUMN}px)`,
            }}
          />
        ))}
      </div>
    </>
  )
}
