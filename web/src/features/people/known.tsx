import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import css from './known.module.css'

/** Whatever the server knows, as words: an object as its parts, a list as its members. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, each]) => `${key} ${inWords(each)}`)
      .join(' · ')
  }
  return String(value)
}

export function Known({ person }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <aside className={css.known} aria-label={t('person.known')}>
      <Facts
        title={t('person.identifiers')}
        facts={person.identifiers.map(({ kind, value }) => [kind, value])}
      />
      <Facts title={t('person.attributes')} facts={Object.entries(person.attributes)} />
      <Facts title={t('person.limits')} facts={Object.entries(person.limits)} />
      <Facts title={t('person.consents')} facts={person.consents.map((each) => ['', each])} />
      <Facts title={t('person.objections')} facts={person.objections.map((each) => ['', each])} />
    </aside>
  )
}

function Facts({ title, facts }: { title: string; facts: readonly (readonly [string, unknown])[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{title}</h2>
      {facts.length === 0 ? (
        <p className={css.none}>{t('person.none')}</p>
      ) : (
        <ul>
          {facts.map(([key, value], at) => (
            <li key={`${key}${at}`}>
              {key && <span className={css.key}>{key}</span>}
              <span className={css.value}>{inWords(value)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
