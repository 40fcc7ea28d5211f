import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { HarmHarm } from '~/lib/api-schemas'
import rules from './rules.module.css'
import css from './stops.module.css'

interface Counts {
  people?: number
  visitors?: number
  shown?: number
}

/** Counts below this are told only to those who answer for harm; it is said so. */
const TOLD_FROM = 20

/** "5 people and 2 visitors reported harm; it was shown 40 times." */
export function reportsInWords({ people, visitors, shown }: Counts, t: TFunction): string {
  if (people === undefined && visitors === undefined) {
    return t('decide.stops.few', { count: TOLD_FROM })
  }
  const few = t('decide.stops.fewerThan', { count: TOLD_FROM })
  const who = [
    ...(people === 0
      ? []
      : [people === undefined ? few : t('decide.stops.people', { count: people })]),
    ...(visitors === 0 || visitors === undefined
      ? []
      : [t('decide.stops.visitors', { count: visitors })]),
  ].join(` ${t('decide.stops.and')} `)
  const reported = t('decide.stops.reported', { who: who === '' ? t('decide.stops.nobody') : who })
  return shown === undefined
    ? reported
    : `${reported} ${t('decide.stops.shownTimes', { count: shown })}`
}

interface Props {
  reports: readonly HarmHarm[]
  /** Nothing where the reader may not stop anything. */
  onStop: ((report: HarmHarm) => void) | undefined
}

/** What people report as harm of what still runs. */
export function HarmReports({ reports, onStop }: Props) {
  const { t } = useTranslation()
  return (
    <section className={rules.part} aria-labelledby="harm">
      <h2 className="serif" id="harm">
        {t('decide.stops.harm')}
      </h2>
      <p className={rules.hint}>{t('decide.stops.harmHint')}</p>
      {reports.length === 0 ? (
        <p className={css.none}>{t('decide.stops.noHarm')}</p>
      ) : (
        <ul className={css.reports}>
          {reports.map((report) => (
            <li key={report.action}>
              <div>
                <h3>{report.name}</h3>
                <p>{reportsInWords(report, t)}</p>
              </div>
              {onStop && (
                <button
                  type="button"
                  className={css.start}
                  aria-label={t('decide.stops.stopOf', { name: report.name })}
                  onClick={() => onStop(report)}
                >
                  {t('decide.stops.stopNow')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
