import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '~/lib/format'
import { passkeysWork, useAddPasskey, usePasskeys, useRemovePasskey, wasLeft } from './passkeys'
import css from './passkey-list.module.css'

/** One's own passkeys, with what adds and removes them. */
export function PasskeyList({ wanted }: { wanted: boolean }) {
  const { t, i18n } = useTranslation()
  const passkeys = usePasskeys(wanted)
  const add = useAddPasskey()
  const remove = useRemovePasskey()
  const [asked, setAsked] = useState<string>()
  const failure = [add.error, remove.error, passkeys.error].find(
    (error) => error && !wasLeft(error),
  )
  const known = passkeys.data?.passkeys ?? []
  return (
    <section className={css.section} aria-label={t('passkeys.title')}>
      <h3>{t('passkeys.title')}</h3>
      {passkeys.data && known.length === 0 && <p className={css.words}>{t('passkeys.none')}</p>}
      {known.length > 0 && (
        <ul className={css.list}>
          {known.map((passkey) => (
            <li key={passkey.id}>
              <span>
                <b>{passkey.label}</b>
                <small>
                  {passkey.usedAt
                    ? t('passkeys.used', { date: formatMoment(passkey.usedAt, i18n.language) })
                    : t('passkeys.unused')}
                </small>
              </span>
              {asked === passkey.id ? (
                <span className={css.ask} role="group" aria-label={t('passkeys.removeAsk')}>
                  <span>{t('passkeys.removeAsk')}</span>
                  <Button
                    autoFocus
                    size="compact-sm"
                    variant="default"
                    onClick={() => setAsked(undefined)}
                  >
                    {t('passkeys.keep')}
                  </Button>
                  <Button
                    size="compact-sm"
                    onClick={() => remove.mutate(passkey.id)}
                    loading={remove.isPending}
                  >
                    {t('passkeys.removeNow')}
                  </Button>
                </span>
              ) : (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('passkeys.removeThis', { label: passkey.label })}
                  onClick={() => setAsked(passkey.id)}
                >
                  {t('passkeys.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <p className={css.wrong} role="alert">
          {failure.message}
        </p>
      )}
      {passkeysWork() ? (
        <Button
          variant="default"
          onClick={() => add.mutate(thisDevice(t('passkeys.thisDevice')))}
          loading={add.isPending}
        >
          {t('passkeys.add')}
        </Button>
      ) : (
        <p className={css.words}>{t('passkeys.notHere')}</p>
      )}
    </section>
  )
}

/** What a passkey is called at first: the system it was made on, where the browser says so. */
function thisDevice(otherwise: string): string {
  const hints = navigator as Navigator & { userAgentData?: { platform?: string } }
  return hints.userAgentData?.platform || otherwise
}
