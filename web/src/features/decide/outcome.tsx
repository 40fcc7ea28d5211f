import { useTranslation } from 'react-i18next'
import type { DecisionView } from '~/lib/api-schemas'
import { Changes } from './changes'
import { Dropped } from './dropped'
import { Funnel } from './funnel'
import { Items } from './items'
import css from './outcome.module.css'
import { Ranking } from './ranking'

/** What came of trying: what would be shown, and where everything else stayed behind. */
export function Outcome({ view }: { view: DecisionView }) {
  const { t } = useTranslation()
  return (
    <div className={css.outcome}>
      <Items view={view} />
      <section>
        <h3>{t('decide.funnel.title')}</h3>
        <Funnel view={view} />
      </section>
      {view.survivors && view.survivors.length > 0 && (
        <section>
          <h3>{t('decide.ranking.title')}</h3>
          <Ranking survivors={view.survivors} items={view.items} />
        </section>
      )}
      {view.counterfactuals.length > 0 && (
        <section>
          <h3>{t('decide.changes.title')}</h3>
          <Changes changes={view.counterfactuals} />
        </section>
      )}
      {view.dropped && view.dropped.length > 0 && (
        <section>
          <h3>{t('decide.dropped.title')}</h3>
          <Dropped dropped={view.dropped} />
        </section>
      )}
    </div>
  )
}
