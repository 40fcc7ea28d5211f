import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Handle } from './curve-handle'
import { EFFORT, path, STAFF_FEELING, yOf, type Scale } from './curve-scale'
import css from './curve.module.css'
import { pointId, type Column } from './reading'
import { teamHue } from './silo-bar'
import { useBoard, useHere, useUi } from './ui-store'
import { say } from './wire'

const BAR = 26

/** How those behind the scenes feel from step to step, and what it costs them: a team at a time. */
export function StaffCurve({ columns, width }: { columns: readonly Column[]; width: number }) {
  const { t } = useTranslation()
  const teams = useBoard(({ reading }) => reading.teams)
  const points = useBoard(({ reading }) => reading.points)
  const team = useTeam()
  if (!team) return <p className={css.nobody}>{t('map.staff.noTeam')}</p>
  const across = columns.length * width
  const x = (at: number) => (at + 0.5) * width
  const spots = (scale: Scale) =>
    columns.flatMap((column, at) => {
      const point = points.get(pointId(team, column.id, 'asIs', scale.measure))
      return point ? [{ x: x(at), y: yOf(scale, Number(point['value'])) }] : []
    })
  const handles = (scale: Scale) =>
    columns.map((column, at) => (
      <Handle
        key={column.id}
        column={column}
        subject={team}
        curve="asIs"
        scale={scale}
        x={x(at)}
        label={t(`map.staff.${scale.measure}`, { step: column.name })}
      />
    ))
  const hue = { ['--hue' as string]: teamHue(teams.findIndex(({ id }) => id === team)) }
  const none = yOf(EFFORT, 0)
  return (
    <div className={css.staff} style={hue}>
      <div className={css.curve} style={{ inlineSize: across, blockSize: STAFF_FEELING.height }}>
        <svg
          width={across}
          height={STAFF_FEELING.height}
          className={css.drawing}
          aria-hidden="true"
        >
          {[2, 0, -2].map((level) => (
            <line
              key={level}
              x1={0}
              x2={across}
              y1={yOf(STAFF_FEELING, level)}
              y2={yOf(STAFF_FEELING, level)}
              className={level === 0 ? css.zero : css.level}
            />
          ))}
          <path d={path(spots(STAFF_FEELING))} className={css.theirs} />
        </svg>
        {handles(STAFF_FEELING)}
      </div>
      <div className={css.curve} style={{ inlineSize: across, blockSize: EFFORT.height }}>
        <svg width={across} height={EFFORT.height} className={css.drawing} aria-hidden="true">
          <line x1={0} x2={across} y1={none} y2={none} className={css.zero} />
          {spots(EFFORT).map((spot) => (
            <rect
              key={spot.x}
              x={spot.x - BAR / 2}
              y={spot.y}
              width={BAR}
              height={Math.max(0, none - spot.y)}
              rx={4}
              className={css.effort}
            />
          ))}
        </svg>
        {handles(EFFORT)}
      </div>
    </div>
  )
}

/** The team whose curves show: the chosen one, or else the first of which something was said. */
function useTeam(): string | undefined {
  const teams = useBoard(({ reading }) => reading.teams)
  const points = useBoard(({ reading }) => reading.points)
  const chosen = useUi((ui) => ui.team)
  const told = useMemo(
    () => new Set([...points.values()].map((point) => say(point, 'subject'))),
    [points],
  )
  const team =
    teams.find(({ id }) => id === chosen) ?? teams.find(({ id }) => told.has(id)) ?? teams[0]
  return team?.id
}

/** Which team it is, to choose another; what the two drawings mean. */
export function StaffChoice() {
  const { t } = useTranslation()
  const { ui } = useHere()
  const teams = useBoard(({ reading }) => reading.teams)
  const team = useTeam()
  if (!team) return null
  return (
    <>
      <select
        className={css.team}
        aria-label={t('map.staff.whose')}
        value={team}
        onChange={(event) => ui.set({ team: event.target.value })}
      >
        {teams.map((each) => (
          <option key={each.id} value={each.id}>
            {say(each, 'name')}
          </option>
        ))}
      </select>
      <span className={css.scale}>{t('map.staff.scale')}</span>
    </>
  )
}
