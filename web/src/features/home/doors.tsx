import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useRights } from '~/lib/rights'
import { Icon } from '~/ui/icon'
import css from './doors.module.css'

/** What one can do here, said once to whoever comes for the first time. */
const DOORS = [
  { name: 'map', href: '/maps', icon: 'note' },
  { name: 'person', href: '/people', icon: 'person' },
  { name: 'decide', href: '/decide', icon: 'decide' },
] as const

export function Doors() {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  return (
    <ul className={css.doors}>
      {DOORS.filter(({ name }) => name !== 'person' || readPeople).map(({ name, href, icon }) => (
        <li key={name}>
          <Link href={href}>
            <Icon name={icon} size={20} />
            <span>
              <b>{t(`home.doors.${name}.title`)}</b>
              <small>{t(`home.doors.${name}.words`)}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
