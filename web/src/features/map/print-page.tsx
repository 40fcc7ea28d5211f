import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { useTitle } from '~/ui/page'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { signed } from './curve-scale'
import { MapTable } from './map-table'
import css from './print-page.module.css'
import { cellKey, pointId, type Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say, words, type Element } from './wire'

type Measure = 'feeling' | 'effort'

/** The whole map as a table on paper, a stage to a page; the browser's print makes the PDF. */
export default function PrintPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Printed />
    </BoardFrame>
  )
}

function Printed() {
  const { t } = useTranslation()
  const { store } = useHere()
  const reading = useBoard((view) => view.reading)
  const title = useBoard(titleOf)
  const joined = useBoard((view) => view.joined)
  useTitle(title || t('map.title'))
  if (!joined) return <Loading rows={6} />
  const said = (who: Element, column: Column, curve: 'asIs' | 'toBe', measure: Measure) => {
    const point = reading.points.get(pointId(who.id, column.id, curve, measure))
    return point && { value: Number(point['value']), why: say(point, 'why') }
  }
  const felt = (lane: Element, column: Column) => {
    const ofStaff = say(lane, 'role') === 'staffFeeling'
    if (!ofStaff && say(lane, 'role') !== 'feeling') return undefined
    const lines = (ofStaff ? reading.teams : reading.personas).flatMap((who) => {
      const now = said(who, column, 'asIs', 'feeling')
      const wanted = said(who, column, 'toBe', 'feeling')
      const effort = ofStaff ? said(who, column, 'asIs', 'effort') : undefined
      if (!now && !wanted && !effort) return []
      return [
        <p key={who.id}>
          {say(who, 'name')}: {now && <b>{signed(now.value)}</b>}
          {wanted && ` → ${signed(wanted.value)}`}
          {effort && ` · ${t('map.staff.labours')} ${effort.value}`} {now?.why}
        </p>,
      ]
    })
    // Notes lie under the curves of the staff, and only there.
    if (!ofStaff) return lines
    const notes = reading.cells.get(cellKey(lane.id, column.id)) ?? []
    return [...lines, ...notes.map((note) => <p key={note.id}>{words(note)}</p>)]
  }
  return (
    <article className={css.page}>
      <header className={css.bar}>
        <Link href={`/maps/${store.id}`}>
          <Icon name="back" size={16} /> {title}
        </Link>
        <Button size="xs" onClick={() => print()}>
          {t('map.case.print')}
        </Button>
      </header>
      <h1>{title}</h1>
      {reading.stages.map((span) => (
        <section
          key={span.stage.id}
          className={css.stage}
          aria-label={say(span.stage, 'name')}
          tabIndex={0}
        >
          <h2>{say(span.stage, 'name')}</h2>
          <MapTable reading={reading} columns={span.columns} cell={felt} />
        </section>
      ))}
    </article>
  )
}
