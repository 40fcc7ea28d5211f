import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import { Modal } from '~/ui/modal'
import css from './dialogs.module.css'
import { moveCards } from './gestures'
import { laneName } from './lane-name'
import { useBoard, useHere, useUi } from './ui-store'
import { say, words } from './wire'

/** The way to move a card without dragging it. */
export function MoveDialog() {
  const id = useUi((ui) => ui.moving)
  const card = useBoard(({ doc }) => (id ? doc.live.get(id) : undefined))
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const reading = useBoard((view) => view.reading)
  const [lane, setLane] = useState<string>()
  const [column, setColumn] = useState<string>()
  if (!card) return null
  const spot = { lane: lane ?? say(card, 'lane'), column: column ?? say(card, 'column') }
  const close = () => {
    setLane(undefined)
    setColumn(undefined)
    ui.set({ moving: undefined, focusOn: card.id })
  }
  return (
    <Modal label={t('map.moveTo')} onClose={close}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          const several = ui.get().chosen
          const cards = several.has(card.id)
            ? [...several].flatMap((each) => store.view().doc.live.get(each) ?? [])
            : [card]
          store.act(t('map.did.move'), moveCards(reading, cards, spot))
          ui.set({ chosen: new Set() })
          announce(t('map.moved'))
          close()
        }}
      >
        <h2>{t('map.moveTo')}</h2>
        <p className={css.quote}>{words(card)}</p>
        <label>
          {t('map.lane')}
          <select value={spot.lane} onChange={(event) => setLane(event.target.value)}>
            {reading.lanes
              .filter((each) => say(each, 'role') !== 'feeling')
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {laneName(each)}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t('map.step')}
          <select value={spot.column} onChange={(event) => setColumn(event.target.value)}>
            {reading.stages.map(({ stage, columns }) => (
              <optgroup key={stage.id} label={say(stage, 'name')}>
                {columns.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <div className={css.buttons}>
          <Button variant="default" onClick={close}>
            {t('map.cancel')}
          </Button>
          <Button type="submit">{t('map.move')}</Button>
        </div>
      </form>
    </Modal>
  )
}
