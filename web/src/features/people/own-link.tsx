import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnLink } from '~/lib/api-schemas'
import { formatMoment } from '~/lib/format'
import { post } from '~/lib/http'
import { Modal } from '~/ui/modal'
import css from './steer.module.css'

/** Makes the link by which a person opens their own page. */
export function MakeOwnLink({ person, name }: { person: string; name: string }) {
  const { t, i18n } = useTranslation()
  const [copied, setCopied] = useState(false)
  const link = useMutation({
    mutationFn: () => post<OwnLink>(`/v1/people/${encodeURIComponent(person)}/link`, {}),
    onMutate: () => setCopied(false),
  })
  const url = link.data && new URL(link.data.path, window.location.href).href
  return (
    <div>
      <Button variant="default" loading={link.isPending} onClick={() => link.mutate()}>
        {t('own.link.open')}
      </Button>
      {link.isError && (
        <p role="alert" className={css.wrong}>
          {link.error.message}
        </p>
      )}
      {link.data && url && (
        <Modal label={t('own.link.made', { name })} onClose={() => link.reset()}>
          <div className={css.form}>
            <h2>{t('own.link.made', { name })}</h2>
            <p>
              {t('own.link.hint', {
                name,
                until: formatMoment(link.data.expires, i18n.language),
              })}
            </p>
            <div className={css.buttons}>
              <Button
                variant="default"
                onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
              >
                {copied ? t('own.link.copied') : t('own.link.copy')}
              </Button>
              <Button component="a" href={url} target="_blank" rel="noreferrer">
                {t('own.link.go', { name })}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </div>
  )
}
