import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import css from './chosen-bar.module.css'
import { useHere, useUi } from './ui-store'

/** What can be done with several notes at once. */
export function ChosenBar() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const chosen = useUi((state) => state.chosen)
  if (chosen.size < 2) return null
  const clear = () => ui.set({ chosen: new Set() })
  return (
    <div className={css.bar} role="toolbar" aria-label={t('map.chosen.label')}>
      <strong>{t('map.chosen.count', { count: chosen.size })}</strong>
      <Button size="xs" variant="default" onClick={() => ui.set({ moving: [...chosen][0] })}>
        {t('map.moveTo')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          store.act(
            t('map.did.delete'),
            [...chosen].map((id) => ({ op: 'del' as const, id })),
          )
          announce(t('map.deleted'))
          clear()
        }}
      >
        {t('map.delete')}
      </Button>
      <Button size="xs" variant="default" onClick={clear}>
        {t('map.chosen.clear')}
      </Button>
    </div>
  )
}
