import { useTranslation } from 'react-i18next'
import { Modal } from '~/ui/modal'
import { Add } from './arrange-dialog'
import dialogs from './dialogs.module.css'
import { placeAt } from './order'
import css from './parking.module.css'
import { useBoard, useHere } from './ui-store'
import type { Reading } from './reading'
import { freshId, say, type Op } from './wire'

const PARKED_MAX = 2000

/** Puts something last in the parking lot. */
export function parkedOp({ parked }: Reading, text: string): Op {
  const { key } = placeAt(
    parked.map((item) => ({ id: item.id, order: say(item, 'order') })),
    parked.length,
  )
  return {
    op: 'put',
    element: { kind: 'parked', id: freshId('k'), text, resolved: false, order: key },
  }
}

/** What does not belong here now and must not be lost: parked, and ticked off when it is settled. */
export function ParkingDialog() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const parked = useBoard(({ reading }) => reading.parked)
  const mayPark = useBoard(({ role }) => role !== 'viewer')
  const maySettle = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  return (
    <Modal label={t('map.parking.title')} onClose={() => ui.set({ overlay: undefined })}>
      <div className={dialogs.form}>
        <h2>{t('map.parking.title')}</h2>
        <p className={dialogs.hint}>{t('map.parking.hint')}</p>
        <ul className={css.list}>
          {parked.map((item) => (
            <li key={item.id}>
              <label data-done={item['resolved'] === true || undefined}>
                <input
                  type="checkbox"
                  disabled={!maySettle}
                  checked={item['resolved'] === true}
                  onChange={(event) =>
                    store.act(t('map.did.park'), [
                      { op: 'set', id: item.id, fields: { resolved: event.target.checked } },
                    ])
                  }
                />
                {say(item, 'text')}
              </label>
            </li>
          ))}
        </ul>
        {mayPark && (
          <Add
            place="parked"
            label={t('map.parking.add')}
            lengthMax={PARKED_MAX}
            add={(text) => store.act(t('map.did.park'), [parkedOp(store.view().reading, text)])}
          />
        )}
      </div>
    </Modal>
  )
}
