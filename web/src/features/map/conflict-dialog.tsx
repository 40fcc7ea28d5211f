import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Modal } from '~/ui/modal'
import dialogs from './dialogs.module.css'
import { useBoard, useHere } from './ui-store'

/** Somebody changed or deleted what one was writing on: which words stay is asked, never guessed. */
export function ConflictDialog() {
  const { t } = useTranslation()
  const { store } = useHere()
  const conflict = useBoard((view) => view.conflict)
  if (!conflict) return null
  const title = t(conflict.isDeleted ? 'map.conflict.deleted' : 'map.conflict.title')
  return (
    <Modal key={conflict.batch} label={title} onClose={() => store.settle(conflict, 'theirs')}>
      <div className={dialogs.form}>
        <h2>{title}</h2>
        {!conflict.isDeleted && (
          <>
            <p className={dialogs.hint}>{t('map.conflict.theirs')}</p>
            <p className={dialogs.quote}>{String(conflict.theirs)}</p>
          </>
        )}
        <p className={dialogs.hint}>{t('map.conflict.mine')}</p>
        <p className={dialogs.quote}>{String(conflict.mine)}</p>
        <div className={dialogs.buttons}>
          <Button variant="default" onClick={() => store.settle(conflict, 'theirs')}>
            {t(conflict.isDeleted ? 'map.conflict.leave' : 'map.conflict.takeTheirs')}
          </Button>
          {!conflict.isDeleted && conflict.canKeepBoth && (
            <Button variant="default" onClick={() => store.settle(conflict, 'both')}>
              {t('map.conflict.keepBoth')}
            </Button>
          )}
          <Button onClick={() => store.settle(conflict, 'mine')}>
            {t(conflict.isDeleted ? 'map.conflict.bringBack' : 'map.conflict.keepMine')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
