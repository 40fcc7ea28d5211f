import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ModelCurve, ModelFeature } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { useModel } from './api'
import { ContestTable } from './contest'
import { FinerTable } from './finer'
import { LearningCurve } from './learning-curve'
import { saved } from './learned'
import css from './model-page.module.css'
import { scaleOf } from './scale'
import { formatDecimal, percent } from './words'

const SHOWN = 16
const BASE = 'base'

/** One model: what moves it, how sure it is of that, and whether its chances come true. */
export default function ModelPage({ action }: { action: string }) {
  const { t, i18n } = useTranslation()
  const detail = useModel(action)
  if (detail.isPending) {
    return (
      <Page title={t('decide.models.title')}>
        <Loading rows={8} />
      </Page>
    )
  }
  if (detail.isLoadingError)
    return <Failed error={detail.error} again={() => void detail.refetch()} />
  const { model, strongest, curve, number } = detail.data
  const show = (value: number) => formatNumber(value, i18n.language)
  const share = (value: number) => percent(value, i18n.language)
  const better = saved(model)
  return (
    <Page title={model.name}>
      <header className={css.head}>
        <Link href="/decide/models" className={css.back}>
          <Icon name="back" size={16} />
          {t('decide.rooms.models')}
        </Link>
        <h1>{model.name}</h1>
        <p>
          {t('decide.models.learntFrom', {
            count: model.responses,
            shown: show(model.responses),
            yes: show(model.positives),
            no: show(model.refusals),
          })}{' '}
          {model.responses > 0 &&
            (better >= 0
              ? t('decide.models.isLessWrong', { share: share(better) })
              : t('decide.models.isMoreWrong', { share: share(-better) }))}
        </p>
        <p className={css.quiet}>
          {t('decide.models.snapshot', { number: show(number) })} ·{' '}
          {t('decide.models.dimension', { count: model.dimension })}
          {model.newcomer && ` · ${t('decide.models.isNewcomer')}`}
          {model.alarms > 0 && ` · ${t('decide.models.alarms', { count: model.alarms })}`}
        </p>
      </header>
      {model.contest.outcomes > 0 && (
        <section className={css.part}>
          <h2 className="serif">{t('decide.models.contest')}</h2>
          <p className={css.hint}>
            {t('decide.models.contestHint', {
              count: model.contest.outcomes,
              shown: show(model.contest.outcomes),
            })}
          </p>
          <ContestTable contest={model.contest} />
        </section>
      )}
      <LearningCurve points={detail.data.history} hint={t('decide.models.curveHintOne')} />
      <p className={css.drift}>
        {model.alarms === 0
          ? t('decide.models.steady')
          : t('decide.models.drifted', {
              count: model.alarms,
              at: show(model.lastAlarm),
              of: show(model.responses),
            })}
      </p>
      <section className={css.part}>
        <h2 className="serif">{t('decide.models.moves')}</h2>
        <p className={css.hint}>{t('decide.models.movesHint')}</p>
        <Features features={strongest.filter((each) => each.predictor !== BASE).slice(0, SHOWN)} />
      </section>
      {detail.data.finer.length > 0 && (
        <section className={css.part}>
          <h2 className="serif">{t('decide.models.finer')}</h2>
          <p className={css.hint}>{t('decide.models.finerHint')}</p>
          <FinerTable finer={detail.data.finer} />
        </section>
      )}
      <section className={css.part}>
        <h2 className="serif">{t('decide.models.comesTrue')}</h2>
        <p className={css.hint}>
          {detail.data.calibration === 'as learnt'
            ? t('decide.models.comesTrueHint')
            : t('decide.models.corrected')}
        </p>
        {curve.length === 0 ? (
          <p className={css.quiet}>{t('decide.models.noOutcome')}</p>
        ) : (
          <Curve curve={curve} />
        )}
      </section>
    </Page>
  )
}

const NORMAL_95 = 1.96

/** Right of the middle it makes a yes likelier; the thin line is how sure that is. */
function Features({ features }: { features: readonly ModelFeature[] }) {
  const { t, i18n } = useTranslation()
  const most = Math.max(
    ...features.map((each) => Math.abs(each.weight) + NORMAL_95 * each.deviation),
    0.1,
  )
  const at = (weight: number) => 50 + (50 * Math.max(-most, Math.min(most, weight))) / most
  return (
    <table className={css.features}>
      <thead>
        <tr>
          <th scope="col">{t('decide.models.feature')}</th>
          <th scope="col">
            <span className={css.axis}>
              <span>← {t('decide.models.lessLikely')}</span>
              <span>{t('decide.models.likelier')} →</span>
            </span>
          </th>
          <th scope="col">{t('decide.models.times')}</th>
          <th scope="col">{t('decide.models.forHowMany')}</th>
        </tr>
      </thead>
      <tbody>
        {features.map((each) => {
          const low = each.weight - NORMAL_95 * each.deviation
          const high = each.weight + NORMAL_95 * each.deviation
          const sure = low > 0 || high < 0
          const from = Math.min(50, at(each.weight))
          return (
            <tr key={each.predictor + each.value} data-sure={sure}>
              <th scope="row">
                {each.predictorName}
                {each.valueName && <span>{each.valueName}</span>}
              </th>
              <td>
                <span className={css.bar}>
                  <i
                    style={{
                      insetInlineStart: `${from}%`,
                      inlineSize: `${Math.abs(at(each.weight) - 50)}%`,
                    }}
                  />
                  <u
                    style={{
                      insetInlineStart: `${at(low)}%`,
                      inlineSize: `${at(high) - at(low)}%`,
                    }}
                  />
                </span>
              </td>
              <td className={css.number}>
                ×{formatDecimal(Math.exp(each.weight), i18n.language, 2)}
                <small>{sure ? t('decide.models.sure') : t('decide.models.notSure')}</small>
              </td>
              <td className={css.number}>
                {percent(Math.min(1, Math.abs(each.share)), i18n.language, 0)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const SIDE = 320

/** Said against came true; on the diagonal both are the same. */
function Curve({ curve }: { curve: readonly ModelCurve[] }) {
  const { t, i18n } = useTranslation()
  const scale = scaleOf([0, ...curve.flatMap((one) => [one.predicted, one.observed])])
  const count = Math.max(...curve.map((one) => one.count), 1)
  const at = (chance: number) => (SIDE * chance) / scale.to
  const share = (value: number) => percent(value, i18n.language)
  return (
    <div className={css.calibration}>
      <svg viewBox={`-52 -8 ${SIDE + 72} ${SIDE + 64}`} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M0 ${SIDE - at(tick)}H${SIDE}M${at(tick)} ${SIDE}V0`} className={css.frame} />
            <text x={-8} y={SIDE - at(tick) + 4} textAnchor="end">
              {share(tick)}
            </text>
            <text x={at(tick)} y={SIDE + 20} textAnchor="middle">
              {share(tick)}
            </text>
          </g>
        ))}
        <text x={SIDE / 2} y={SIDE + 44} textAnchor="middle">
          {t('decide.models.said')}
        </text>
        <text transform={`translate(-42 ${SIDE / 2}) rotate(-90)`} textAnchor="middle">
          {t('decide.models.came')}
        </text>
        <path d={`M0 ${SIDE}L${SIDE} 0`} className={css.diagonal} />
        <polyline
          points={curve.map((one) => `${at(one.predicted)},${SIDE - at(one.observed)}`).join(' ')}
        />
        {curve.map((one) => (
          <circle
            key={one.predicted}
            cx={at(one.predicted)}
            cy={SIDE - at(one.observed)}
            r={3 + 6 * Math.sqrt(one.count / count)}
          />
        ))}
      </svg>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decide.models.said')}</th>
            <th scope="col">{t('decide.models.came')}</th>
            <th scope="col">{t('decide.models.outcomes')}</th>
          </tr>
        </thead>
        <tbody>
          {curve.map((one) => (
            <tr key={one.predicted}>
              <td>{share(one.predicted)}</td>
              <td>{share(one.observed)}</td>
              <td>{formatNumber(Math.round(one.count), i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
