import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { formatMoment, formatNumber } from '~/lib/format'
import css from './own.module.css'
import { Section } from './section'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** Everything that is kept as a fact about the person, by the name people give it. */
export function KnownOfMe({ me }: { me: Person }) {
  const { t, i18n } = useTranslation()
  const words = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(words).join(', ')
    if (typeof value === 'number') return formatNumber(value, i18n.language)
    if (typeof value === 'boolean') return t(value ? 'own.questions.yes' : 'own.questions.no')
    const text = String(value)
    return INSTANT.test(text) ? formatMoment(text, i18n.language) : text
  }
  const known = Object.entries(me.attributes)
  return (
    <Section id="known" title={t('own.known.title')}>
      {known.length === 0 && <p className={css.quiet}>{t('own.known.none')}</p>}
      <dl className={css.facts}>
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{me.attributeNames[name] ?? name}</dt>
            <dd>{words(value)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
