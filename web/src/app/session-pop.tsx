import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '~/features/session/api'
import { PasskeyList } from '~/features/session/passkey-list'
import type { Session } from '~/lib/api-types'
import { roleInWords } from '~/lib/role-words'
import { Pop } from '~/ui/pop'
import css from './pops.module.css'

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

/** Who is here, or that the house is open. */
export function SessionPop({ session }: { session: Session }) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const [seen, setSeen] = useState(false)
  const name = session.name ?? session.email ?? ''
  if (session.open) {
    return (
      <Pop
        label={t('session.open')}
        face={
          <span className={css.open}>
            <span>{t('session.open')}</span>
          </span>
        }
      >
        <p className={css.words}>{t('session.openHint')}</p>
      </Pop>
    )
  }
  return (
    <Pop
      label={t('session.signedInAs', { name })}
      face={<span className={css.initials}>{initials(name)}</span>}
      onOpen={() => setSeen(true)}
    >
      <div className={css.stack}>
        <div>
          <h2>{name}</h2>
          <p className={css.words}>
            {session.roles.map((role) => roleInWords(role, t)).join(', ')}
          </p>
        </div>
        <PasskeyList wanted={seen} />
        <Button variant="default" onClick={() => signOut.mutate()} loading={signOut.isPending}>
          {t('session.signOut')}
        </Button>
      </div>
    </Pop>
  )
}
