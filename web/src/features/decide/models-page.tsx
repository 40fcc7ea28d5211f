import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ModelBrief, ModelList } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { Failed, Loading } from '~/ui/faces'
import { useModels } from './api'
import { Columns } from './columns'
import { ContestTable } from './contest'
import { Fairness } from './fairness'
import { LearningCurve } from './learning-curve'
import { overall, saved, standingOf, together } from './learned'
import css from './models-page.module.css'
import { Room } from './rooms'
import rules from './rules.module.css'
import { TruthCurve } from './truth'
import { percent } from './words'

/** What is learnt of what people take up: how well, how sure, and for how many. */
export default function ModelsPage() {
  const { t } = useTranslation()
  const models = useModels()
  return (
    <Room title={t('decide.models.title')} lead={t('decide.models.lead')}>
      {models.isPending ? (
        <Loading rows={8} />
      ) : models.isLoadingError ? (
        <Failed error={models.error} again={() => void models.refetch()} />
      ) : (
        <>
          <Summary models={models.data} />
          <TruthCurve />
          <LearningCurve points={models.data.history} />
          <Beside models={models.data.models} />
          <Table models={models.data.models} />
          <Fairness seen={models.data.fairness} />
        </>
      )}
    </Room>
  )
}

function Summary({ models }: { models: ModelList }) {
  const { t, i18n } = useTranslation()
  const all = overall(models.models)
  const show = (value: number) => formatNumber(value, i18n.language)
  const share = (value: number) => percent(value, i18n.language)
  const better = saved(all)
  const facts: [string, string, string][] = [
    [
      all.responses === 0
        ? '–'
        : better >= 0
          ? t('decide.models.lessWrong', { share: share(better) })
          : t('decide.models.moreWrong', { share: share(-better) }),
      t('decide.models.thanAverage'),
      t('decide.models.thanAverageHint'),
    ],
    [
      all.responses === 0 ? '–' : `±${share(all.calibrationError)}`,
      t('decide.models.calibration'),
      t('decide.models.calibrationHint'),
    ],
    [
      show(all.responses),
      t('decide.models.outcomes'),
      t('decide.models.awaited', { count: models.awaited, shown: show(models.awaited) }),
    ],
    [
      `${show(all.learning)} / ${show(models.models.length)}`,
      t('decide.models.learning'),
      t('decide.models.snapshot', { number: show(models.number) }),
    ],
  ]
  return (
    <dl className={css.summary}>
      {facts.map(([value, name, hint]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b className="serif">{value}</b>
            <small>{hint}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** All models beside simpler ways to predict, each outcome counting once. */
function Beside({ models }: { models: readonly ModelBrief[] }) {
  const { t, i18n } = useTranslation()
  const contest = together(models)
  if (contest.outcomes === 0) return null
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.models.contest')}</h2>
      <p className={rules.hint}>
        {t('decide.models.contestHint', {
          count: contest.outcomes,
          shown: formatNumber(contest.outcomes, i18n.language),
        })}
      </p>
      <ContestTable contest={contest} />
      <p className={css.export}>
        <a href="/v1/model-snapshot" download>
          {t('decide.models.export')}
        </a>{' '}
        {t('decide.models.exportHint')}
      </p>
    </section>
  )
}

const SHOWN_FIRST = 15
const ORDERS = ['outcomes', 'worst', 'best'] as const
type Order = (typeof ORDERS)[number]

function ordered(models: readonly ModelBrief[], order: Order): ModelBrief[] {
  switch (order) {
    case 'outcomes':
      return models.toSorted((a, b) => b.responses - a.responses)
    case 'worst':
      return models.toSorted((a, b) => saved(a) - saved(b))
    case 'best':
      return models.toSorted((a, b) => saved(b) - saved(a))
  }
}

function Table({ models }: { models: readonly ModelBrief[] }) {
  const { t, i18n } = useTranslation()
  const [order, setOrder] = useState<Order>('outcomes')
  const [all, setAll] = useState(false)
  const begun = models.filter((model) => model.responses > 0)
  const rest = models.length - begun.length
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <section className={rules.part}>
      <div className={css.tools}>
        <h2 className="serif">{t('decide.models.each')}</h2>
        <Choice<Order>
          quiet
          label={t('decide.models.order')}
          value={order}
          onChange={setOrder}
          options={ORDERS.map((value) => ({ value, label: t(`decide.models.orders.${value}`) }))}
        />
      </div>
      {begun.length === 0 && <p className={rules.none}>{t('decide.models.none')}</p>}
      {begun.length > 0 && (
        <div className={css.scroll} tabIndex={0} role="region" aria-label={t('decide.models.each')}>
          <table className={rules.table}>
            <Columns
              words={[t('decide.ranking.action'), t('decide.models.besideAverage')]}
              numbers={[
                t('decide.models.ways.naiveBayes'),
                t('decide.models.outcomes'),
                t('decide.models.yes'),
                t('decide.models.no'),
                t('decide.models.off'),
              ]}
            />
            <tbody>
              {ordered(begun, order)
                .slice(0, all ? undefined : SHOWN_FIRST)
                .map((model) => (
                  <tr key={model.action}>
                    <td>
                      <Link href={`/decide/models/${encodeURIComponent(model.action)}`}>
                        {model.name}
                      </Link>
                      {model.newcomer && (
                        <small className={css.mark}>{t('decide.ranking.newcomer')}</small>
                      )}
                      {model.alarms > 0 && (
                        <small className={css.alarm}>
                          {t('decide.models.alarms', { count: model.alarms })}
                        </small>
                      )}
                    </td>
                    <td>
                      <Surprise model={model} />
                    </td>
                    <td className={rules.number}>
                      <Bayes model={model} />
                    </td>
                    <td className={rules.number}>{show(model.responses)}</td>
                    <td className={rules.number}>
                      {percent(model.positives / model.responses, i18n.language)}
                    </td>
                    <td className={rules.number}>
                      {percent(model.refusals / model.responses, i18n.language)}
                    </td>
                    <td className={rules.number}>
                      ±{percent(model.calibrationError, i18n.language)}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
      {begun.length > SHOWN_FIRST && (
        <button type="button" className={css.more} onClick={() => setAll(!all)}>
          {all ? t('decide.fewer') : t('decide.andMore', { count: begun.length - SHOWN_FIRST })}
        </button>
      )}
      {rest > 0 && <p className={rules.none}>{t('decide.models.rest', { count: rest })}</p>}
    </section>
  )
}

const WIDE = 0.5

/** Left of the middle it does worse than the average, right of it better. */
function Surprise({ model }: { model: ModelBrief }) {
  const { t, i18n } = useTranslation()
  const standing = standingOf(model)
  const better = saved(model)
  const width = `${Math.min(50, (50 * Math.abs(better)) / WIDE)}%`
  return (
    <span className={css.beside} data-standing={standing}>
      <i>
        <i style={{ inlineSize: width, ...(better >= 0 ? { left: '50%' } : { right: '50%' }) }} />
      </i>
      <span>
        {standing === 'young'
          ? t('decide.models.standings.young')
          : standing === 'even'
            ? t('decide.models.standings.even')
            : better >= 0
              ? t('decide.models.lessWrong', { share: percent(better, i18n.language, 0) })
              : t('decide.models.moreWrong', { share: percent(-better, i18n.language, 0) })}
      </span>
    </span>
  )
}

/** How much less or more naive Bayes is surprised than the average, on the same outcomes. */
function Bayes({ model }: { model: ModelBrief }) {
  const { t, i18n } = useTranslation()
  const { outcomes, naiveBayes, baseRate } = model.contest
  if (outcomes === 0 || standingOf(model) === 'young') return <>–</>
  const better = 1 - naiveBayes.logLoss / baseRate.logLoss
  const share = percent(Math.abs(better), i18n.language, 0)
  return <>{t(better >= 0 ? 'decide.models.lessWrong' : 'decide.models.moreWrong', { share })}</>
}
