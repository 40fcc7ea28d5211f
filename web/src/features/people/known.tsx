import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { inWords, nameInWords } from './in-words'
import css from './known.module.css'

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

function Facts({
  title,
  facts,
}: {
  title: string
  facts: readonly (readonly [string, unknown])[]
}) {
  const { t, i18n } = useTranslation()
  return (
    <section>
      <h2>{title}</h2>
      {facts.length === 0 ? (
        <p className={css.none}>{t('person.none')}</p>
      ) : (
        <ul>
          {facts.map(([key, value], at) => (
            <li key={`${key}${at}`}>
              {key && <span className={css.key}>{nameInWords(key)}</span>}
              <span className={css.value}>{inWords(value, i18n.language)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
