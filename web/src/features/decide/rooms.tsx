import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Page } from '~/ui/page'
import css from './rooms.module.css'

const ROOMS = [
  { name: 'catalogue', href: '/decide' },
  { name: 'drafts', href: '/decide/drafts' },
  { name: 'models', href: '/decide/models' },
  { name: 'arms', href: '/decide/arms' },
  { name: 'runs', href: '/decide/runs' },
  { name: 'stops', href: '/decide/stops' },
] as const
export type RoomName = (typeof ROOMS)[number]['name']

const inRoom = (path: string, name: RoomName) => {
  const other = ROOMS.slice(1).find((room) => path.startsWith(room.href))
  return (other?.name ?? 'catalogue') === name
}

/** One of the rooms where it is settled what people are offered: a title, and the way to the others. */
export function Room({
  title,
  lead,
  children,
  aside,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  aside?: ReactNode
}) {
  const { t } = useTranslation()
  const [path] = useLocation()
  return (
    <Page title={title} wide>
      <nav aria-label={t('decide.rooms.label')} className={css.rooms}>
        <ul>
          {ROOMS.map((room) => (
            <li key={room.name}>
              <Link href={room.href} aria-current={inRoom(path, room.name) ? 'page' : undefined}>
                {t(`decide.rooms.${room.name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <header className={css.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </Page>
  )
}
