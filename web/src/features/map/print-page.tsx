import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { useTitle } from '~/ui/page'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { MapTable } from './map-table'
import css from './print-page.module.css'
import { pointId, type Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say, type Element } from './wire'

/** The whole map as a table on paper, a stage to a page; the browser's print makes the PDF. */
export default function PrintPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Printed />
    </BoardFrame>
  )
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value).replace('-', '−'))

function Printed() {
  const { t } = useTranslation()
  const { store } = useHere()
  const reading = useBoard((view) => view.reading)
  const title = useBoard(titleOf)
  const joined = useBoard((view) => view.joined)
  useTitle(title || t('map.title'))
  if (!joined) return <Loading rows={6} />
  const felt = (lane: Element, column: Column) =>
    say(lane, 'role') === 'feeling'
      ? reading.personas.map((persona) => {
          const point = reading.points.get(pointId(persona.id, column.id, 'asIs'))
          return (
            point && (
              <p key={persona.id}>
                {say(persona, 'name')}: <b>{signed(Number(point['value']))}</b> {say(point, 'why')}
              </p>
            )
          )
        })
      : undefined
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
        <section key={span.stage.id} className={css.stage}>
          <h2>{say(span.stage, 'name')}</h2>
          <MapTable reading={reading} columns={span.columns} cell={felt} />
        </section>
      ))}
    </article>
  )
}
