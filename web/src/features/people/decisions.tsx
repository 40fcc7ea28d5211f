import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatAgo, formatMoment } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Icon } from '~/ui/icon'
import { useDecisions } from './api'
import css from './decisions.module.css'

const SHOWN = 5

/** What was decided for a person of late, each with the way to its explanation. */
export function Decisions({ person, id }: { person: string; id: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const decisions = useDecisions(id).data
  if (!decisions) return null
  return (
    <section aria-labelledby="decisions" className={css.decisions}>
      <div className={css.head}>
        <h2 id="decisions">{t('person.decisions')}</h2>
        <Link href={`/decide?person=${encodeURIComponent(person)}`}>{t('person.decideNow')}</Link>
      </div>
      {decisions.length === 0 && <p className={css.none}>{t('person.noDecisions')}</p>}
      <ul>
        {decisions.slice(0, SHOWN).map((decision) => (
          <li key={decision.id}>
            <Link href={`/decisions/${encodeURIComponent(decision.id)}`}>
              <Icon name="decide" size={16} />
              <span>
                <b>{decision.names.length > 0 ? decision.names.join(', ') : t('person.silence')}</b>
                <small>
                  {decision.silence && `${decision.silence} · `}
                  {decision.channelName} ·{' '}
                  <time dateTime={decision.at} title={formatMoment(decision.at, i18n.language)}>
                    {formatAgo(decision.at, now, i18n.language)}
                  </time>
                </small>
              </span>
              <em>{t('person.why')}</em>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
