import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { handOverList } from './arrange'
import css from './silo-bar.module.css'
import { useBoard } from './ui-store'
import { list, say } from './wire'

/** The hue of a team, the same wherever it shows. */
export const teamHue = (at: number) => (at * 67 + 20) % 360

/** Who works on this way, how much of it, and how often the person is passed on between them. */
export function SiloBar() {
  const { t } = useTranslation()
  const reading = useBoard((view) => view.reading)
  const over = useMemo(() => handOverList(reading), [reading])
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const cards of reading.cells.values())
      for (const card of cards)
        for (const team of list(card, 'teams')) found.set(team, (found.get(team) ?? 0) + 1)
    return found
  }, [reading])
  const name = (id: string) => {
    const team = reading.teams.find((each) => each.id === id)
    return team ? say(team, 'name') : id
  }
  return (
    <section className={css.bar} aria-label={t('map.silo')}>
      <ul className={css.teams}>
        {reading.teams.map((team, at) => (
          <li key={team.id} style={{ ['--hue' as string]: teamHue(at) }}>
            <i aria-hidden="true" />
            {say(team, 'name')} <b>{counts.get(team.id) ?? 0}</b>
          </li>
        ))}
      </ul>
      <p>
        <strong>{t('map.handOvers', { count: over.length })}</strong>
      </p>
      {over.length > 0 && (
        <ol className={css.over}>
          {over.map(({ column, from, to }) => (
            <li key={column}>
              {reading.columns.find(({ id }) => id === column)?.name}: {from.map(name).join(', ')} →{' '}
              {to.map(name).join(', ')}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
