import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '~/ui/choice'
import { Modal } from '~/ui/modal'
import { useCloseLink, useLinks, useOpenLink } from './api'
import css from './dialogs.module.css'
import { Qr } from './qr'
import { useHere } from './ui-store'

const ROLES = ['guest', 'mapper', 'viewer'] as const

/** Codes and links by which people come on to the map without an account. */
export function ShareDialog() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const links = useLinks(store.id)
  const open = useOpenLink(store.id)
  const close = useCloseLink(store.id)
  const [role, setRole] = useState<(typeof ROLES)[number]>('guest')
  return (
    <Modal label={t('map.share.title')} onClose={() => ui.set({ overlay: undefined })}>
      <div className={css.form}>
        <h2>{t('map.share.title')}</h2>
        <p className={css.hint}>{t('map.share.hint', { address: `${location.host}/join` })}</p>
        {(links.data ?? []).map((link) => (
          <div key={link.id} className={css.code}>
            <strong>{link.code}</strong>
            <span>{t(`map.roles.${link.role as (typeof ROLES)[number]}`)}</span>
            <Button size="xs" variant="default" onClick={() => close.mutate(link.id)}>
              {t('map.share.close')}
            </Button>
          </div>
        ))}
        {open.data?.url && (
          <>
            <Qr text={open.data.url} />
            <p className={css.link}>{open.data.url}</p>
          </>
        )}
        <Choice
          label={t('map.share.as')}
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: t(`map.roles.${value}`) }))}
        />
        <div className={css.buttons}>
          <Button loading={open.isPending} onClick={() => open.mutate(role)}>
            {t('map.share.open')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
