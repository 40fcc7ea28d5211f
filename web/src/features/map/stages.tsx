import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Empty } from '~/ui/faces'
import { Modal } from '~/ui/modal'
import css from './board.module.css'
import dialogs from './dialogs.module.css'
import { addStages, linesOf } from './gestures'
import { useHalfTyped } from './half-typed'
import { useBoard, useHere } from './ui-store'

function StagesForm({ done }: { done: () => void }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const [text, setText] = useHalfTyped('stages')
  return (
    <form
      className={dialogs.form}
      onSubmit={(event) => {
        event.preventDefault()
        store.act(t('map.did.stage'), addStages(store.view().reading, linesOf(text)))
        setText('')
        done()
      }}
    >
      <h2>{t('map.addStages')}</h2>
      <label>
        {t('map.stagesHint')}
        <textarea
          rows={6}
          value={text}
          placeholder={t('map.stagesExample')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className={dialogs.buttons}>
        <Button type="submit" disabled={linesOf(text).length === 0}>
          {t('map.addStages')}
        </Button>
      </div>
    </form>
  )
}

/** Adding stages to a map that has some. */
export function StagesDialog() {
  const { t } = useTranslation()
  const { ui } = useHere()
  const close = () => ui.set({ overlay: undefined })
  return (
    <Modal label={t('map.addStages')} onClose={close}>
      <StagesForm done={close} />
    </Modal>
  )
}

/** A map on which nothing is yet: what to begin with, for those who may. */
export function FirstStages() {
  const { t } = useTranslation()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  if (!mayMap) return <Empty title={t('map.emptyTitle')}>{t('map.emptyWaits')}</Empty>
  return (
    <Empty title={t('map.emptyTitle')}>
      <p>{t('map.emptyWords')}</p>
      <div className={css.first}>
        <StagesForm done={() => undefined} />
      </div>
    </Empty>
  )
}
