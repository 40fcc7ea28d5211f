import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import css from './silo-bar.module.css'
import { useBoard, useHere } from './ui-store'
import { list, say } from './wire'

/** The hue of a team, the same wherever it shows. */
export const teamHue = (at: number) => (at * 67 + 20) % 360

/** Who works on this way, by the colour of their notes, and on how many of them. */
export function SiloBar() {
  const { t } = useTranslation()
  const reading = useBoard((view) => view.reading)
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const cards of reading.cells.values())
      for (const card of cards)
        for (const team of list(card, 'teams')) found.set(team, (found.get(team) ?? 0) + 1)
    return found
  }, [reading])
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
      {reading.teams.length === 0 && <NoTeams />}
    </section>
  )
}

function NoTeams() {
  const { t } = useTranslation()
  const { ui } = useHere()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  return (
    <p>
      {t('map.noTeams')}{' '}
      {mayMap && (
        <button type="button" className={css.name} onClick={() => ui.set({ overlay: 'arrange' })}>
          {t('map.nameTeams')}
        </button>
      )}
    </p>
  )
}
