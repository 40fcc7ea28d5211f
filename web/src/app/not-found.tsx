import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Empty } from '~/ui/faces'
import { Page } from '~/ui/page'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('app.notFound')}>
      <Empty title={t('app.notFound')}>
        <p>{t('app.notFoundHint')}</p>
        <Link href="/">{t('app.toHome')}</Link>
      </Empty>
    </Page>
  )
}
