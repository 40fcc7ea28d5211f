import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useRights } from '~/lib/rights'
import { AREAS } from './areas'
import css from './navigation.module.css'

export function Navigation() {
  const { t } = useTranslation()
  const [path] = useLocation()
  const rights = useRights()
  const areas = AREAS.map((area) => ({
    ...area,
    pages: area.pages.filter((page) => page.allowed?.(rights) ?? true),
  }))
  return (
    <nav aria-label={t('app.navigation')} className={css.navigation}>
      {areas
        .filter((area) => area.pages.length > 0)
        .map((area) => (
          <ul key={area.name} className={css.area}>
            {area.pages.map((page) => (
              <li key={page.name}>
                <Link
                  href={page.href}
                  className={css.link}
                  aria-current={page.owns(path) ? 'page' : undefined}
                >
                  {t(`areas.${page.name}`)}
                </Link>
              </li>
            ))}
          </ul>
        ))}
    </nav>
  )
}
