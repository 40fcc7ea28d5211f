import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { laneName } from './lane-name'
import { cellKey, type Column, type Reading } from './reading'
import { words, type Element } from './wire'

/** Lanes down and columns across, to read or to print; `cell` shows what is more than its cards. */
export function MapTable({
  reading,
  columns,
  cell,
}: {
  reading: Reading
  columns: readonly Column[]
  cell?: (lane: Element, column: Column) => ReactNode
}) {
  const { t } = useTranslation()
  const cards = (lane: Element, column: Column) =>
    (reading.cells.get(cellKey(lane.id, column.id)) ?? []).map((card) => (
      <p key={card.id}>{words(card)}</p>
    ))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('map.lane')}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reading.lanes.map((lane) => (
          <tr key={lane.id}>
            <th scope="row">{laneName(lane)}</th>
            {columns.map((column) => (
              <td key={column.id}>{cell?.(lane, column) ?? cards(lane, column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
