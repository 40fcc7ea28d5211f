import { useTranslation } from 'react-i18next'
import { EFFORT, FEELING, signed, STAFF_FEELING, type Scale } from './curve-scale'
import { setPoint } from './gestures'
import { laneName } from './lane-name'
import css from './outline.module.css'
import { pointId, type Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say, type Element } from './wire'

/** How each person feels here, now and as wanted, or each team feels and labours: chosen from lists. */
export function OutlineFeelings({
  lane,
  column,
  bare = false,
}: {
  lane: Element
  column: Column
  /** Whether it stands under a heading that is there already. */
  bare?: boolean
}) {
  const { t } = useTranslation()
  const ofStaff = say(lane, 'role') === 'staffFeeling'
  const personas = useBoard(({ reading }) => reading.personas)
  const teams = useBoard(({ reading }) => reading.teams)
  const rows = (ofStaff ? teams : personas).map((who) => (
    <p key={who.id} className={css.feeling}>
      <span>{say(who, 'name')}</span>
      {ofStaff ? (
        <>
          <Level who={who.id} column={column.id} curve="asIs" scale={STAFF_FEELING}>
            {t('map.staff.feels')}
          </Level>
          <Level who={who.id} column={column.id} curve="asIs" scale={EFFORT}>
            {t('map.staff.labours')}
          </Level>
        </>
      ) : (
        (['asIs', 'toBe'] as const).map((curve) => (
          <Level key={curve} who={who.id} column={column.id} curve={curve} scale={FEELING}>
            {t(`map.outline.${curve}`)}
          </Level>
        ))
      )}
    </p>
  ))
  if (bare) return rows
  return (
    <section
      className={css.lane}
      aria-label={t('map.cell', { lane: laneName(lane), column: column.name })}
    >
      <h4>{laneName(lane)}</h4>
      {rows}
    </section>
  )
}

function Level({
  who,
  column,
  curve,
  scale,
  children,
}: {
  who: string
  column: string
  curve: 'asIs' | 'toBe'
  scale: Scale
  children: string
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const point = useBoard(({ reading }) =>
    reading.points.get(pointId(who, column, curve, scale.measure)),
  )
  const count = (scale.top - scale.bottom) / scale.step + 1
  const levels = Array.from({ length: count }, (_, at) => scale.top - at * scale.step)
  return (
    <label>
      {children}
      <select
        disabled={!mayMap}
        value={point ? String(point['value']) : ''}
        onChange={(event) =>
          store.act(
            t('map.did.feel'),
            setPoint(
              store.view().reading,
              { subject: who, column, curve, scale },
              Number(event.target.value),
            ),
          )
        }
      >
        {!point && <option value="">{t('map.outline.unsaid')}</option>}
        {levels.map((level) => (
          <option key={level} value={String(level)}>
            {scale.bottom < 0 ? signed(level) : level}
          </option>
        ))}
      </select>
    </label>
  )
}
