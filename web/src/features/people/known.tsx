import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { formatDate } from '~/lib/format'
import { inWords, nameInWords, type YesNo } from './in-words'
import css from './known.module.css'
import { limitsInWords } from './limits'

/** What is known of a person, and what they allowed, refused and limited. */
export function Known({ person }: { person: Person }) {
  const { t, i18n } = useTranslation()
  const yesNo: YesNo = [t('own.questions.yes'), t('own.questions.no')]
  const on = (at: string) => formatDate(at, i18n.language)
  return (
    <aside className={css.known} aria-label={t('person.known')}>
      <Facts
        title={t('person.identifiers')}
        facts={person.identifiers.map(({ kind, value }) => [
          t(`person.identifierKinds.${kind === 'user' ? 'user' : 'anonymous'}`),
          value,
        ])}
      />
      <Facts
        title={t('person.attributes')}
        facts={Object.entries(person.attributes).map(([name, value]) => [
          person.attributeNames[name] ?? nameInWords(name),
          inWords(value, i18n.language, yesNo),
        ])}
      />
      {person.segments.length > 0 && (
        <Facts title={t('person.segments')} facts={person.segments.map(({ name }) => [name, ''])} />
      )}
      <Facts
        title={t('person.limits')}
        facts={limitsInWords(person.limits, t, i18n.language).map((each) => [each, ''])}
      />
      <Facts
        title={t('person.consents')}
        facts={person.consents.map((consent) => [
          consent.name,
          `${consent.given ? t('person.allowed') : t('person.refused')}, ${on(consent.at)}`,
        ])}
      />
      <Facts
        title={t('person.objections')}
        facts={person.objections.map((each) => [
          each.name ||
            t(`person.scopes.${each.scope === 'profiling' ? 'profiling' : 'everything'}`),
          on(each.at),
        ])}
      />
    </aside>
  )
}

function Facts({
  title,
  facts,
}: {
  title: string
  facts: readonly (readonly [string, ReactNode])[]
}) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{title}</h2>
      {facts.length === 0 ? (
        <p className={css.none}>{t('person.none')}</p>
      ) : (
        <ul>
          {facts.map(([name, value], at) => (
            <li key={at}>
              <span className={value === '' ? css.alone : css.key}>{name}</span>
              {value !== '' && <span className={css.value}>{value}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
