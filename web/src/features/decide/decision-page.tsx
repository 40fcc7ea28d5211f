import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { DecisionView } from '~/lib/api-schemas'
import { formatMoment } from '~/lib/format'
import { personName } from '~/lib/person-name'
import { Choice } from '~/ui/choice'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { useDecision, useLeaveExperiments, usePersonBrief, type Depth } from './api'
import { Changes } from './changes'
import css from './decision-page.module.css'
import { DriversPart } from './drivers'
import { Dropped } from './dropped'
import { Funnel } from './funnel'
import { Items } from './items'
import { Record } from './record'
import { Weighed } from './weighed'
import { armName, armSentence, figures } from './words'

const DEPTHS = ['person', 'helper', 'steward'] as const

/** One decision explained, as deep as whoever reads it needs. */
export default function DecisionPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const depth = DEPTHS.find((each) => each === query.get('depth')) ?? 'helper'
  const decision = useDecision(id, depth)
  if (decision.isPending) {
    return (
      <Page title={t('decide.decision.title')}>
        <Loading rows={8} />
      </Page>
    )
  }
  if (decision.isLoadingError) {
    return <Failed error={decision.error} again={() => void decision.refetch()} />
  }
  return (
    <Explained
      id={id}
      view={decision.data}
      depth={depth}
      stale={decision.isPlaceholderData}
      onDepth={(next) => setQuery({ depth: next }, { replace: true })}
    />
  )
}

interface Props {
  id: string
  view: DecisionView
  depth: Depth
  stale: boolean
  onDepth: (depth: Depth) => void
}

function Explained({ id, view, depth, stale, onDepth }: Props) {
  const { t, i18n } = useTranslation()
  const person = usePersonBrief(view.person).data
  const name = person ? (personName(person) ?? t('people.unnamed')) : '…'
  const title = view.items[0]?.name ?? t('decide.items.silence')
  return (
    <Page title={`${t('decide.decision.why')} ${title}`}>
      <header className={css.head}>
        <Link href={`/people/${view.person}`} className={css.back}>
          <Icon name="back" size={16} />
          {name}
        </Link>
        <p className={css.eyebrow}>{t('decide.decision.why')}</p>
        <h1>{title}</h1>
        <p className={css.when}>
          {formatMoment(view.at, i18n.language)} · {view.channelName} ·{' '}
          {t('decide.decision.blueprint', { number: view.blueprint })}
        </p>
        {view.purpose && (
          <p className={css.purpose}>
            {t('decide.decision.purpose')} <q className="serif">{view.purpose}</q>
          </p>
        )}
        <Flags view={view} />
      </header>
      <div className={css.depth}>
        <Choice<Depth>
          label={t('decide.decision.depth')}
          value={depth}
          onChange={onDepth}
          options={DEPTHS.map((value) => ({
            value,
            label: t(`decide.decision.depths.${value}`),
          }))}
        />
        <p>{t(`decide.decision.depthHints.${depth}`)}</p>
      </div>
      <div className={css.content} data-stale={stale}>
        <div className={css.columns}>
          <section>
            <h2>{t('decide.decision.shown')}</h2>
            <Items view={view} />
          </section>
          {view.funnel.length > 0 ? (
            <section>
              <h2>{t('decide.funnel.title')}</h2>
              <p className={css.hint}>{t('decide.funnel.hint')}</p>
              <Funnel view={view} />
            </section>
          ) : (
            <ChangesPart view={view} />
          )}
        </div>
        {view.survivors && view.survivors.length > 0 && (
          <section>
            <h2>{t('decide.ranking.title')}</h2>
            <p className={css.hint}>
              <Weighing view={view} />
            </p>
            <Weighed survivors={view.survivors} />
          </section>
        )}
        {view.drivers?.map((driver) => (
          <DriversPart key={driver.action} driver={driver} />
        ))}
        {view.funnel.length > 0 && (
          <div className={css.columns}>
            <ChangesPart view={view} />
            {view.dropped && view.dropped.length > 0 && (
              <section>
                <h2>{t('decide.dropped.title')}</h2>
                <Dropped dropped={view.dropped} />
              </section>
            )}
          </div>
        )}
        <Record id={id} view={view} />
      </div>
    </Page>
  )
}

function ChangesPart({ view }: { view: DecisionView }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('decide.changes.title')}</h2>
      <p className={css.hint}>{t('decide.changes.hint')}</p>
      {view.counterfactuals.length > 0 ? (
        <Changes changes={view.counterfactuals} />
      ) : (
        <p className={css.hint}>{t('decide.changes.none')}</p>
      )}
    </section>
  )
}

/** Nobody has to stay in an experiment; a helper says so for them. */
function LeaveExperiments({ person }: { person: string }) {
  const { t } = useTranslation()
  const leave = useLeaveExperiments(person)
  if (leave.isSuccess) return <span role="status">{t('decide.decision.left')}</span>
  return (
    <>
      <button
        type="button"
        className={css.leave}
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {t('decide.decision.leave')}
      </button>
      {leave.isError && <span role="alert">{leave.error.message}</span>}
    </>
  )
}

/** What must not be overlooked: a control arm, and something shown to learn. */
function Flags({ view }: { view: DecisionView }) {
  const { t } = useTranslation()
  const control = view.arm !== 'full'
  const explored = view.items.some((item) => item.exploration === 'chance')
  const hoped = view.items.some((item) => item.exploration === 'hope')
  if (!control && !explored && !hoped) return null
  return (
    <ul className={css.flags}>
      {control && (
        <li>
          <b>{armName(view.arm, t)}</b> {armSentence(view.arm, view.armSentence, t)}{' '}
          <LeaveExperiments person={view.person} />
        </li>
      )}
      {explored && (
        <li>
          <b>{t('decide.items.explored')}</b> {t('decide.items.exploredHint')}
        </li>
      )}
      {hoped && (
        <li>
          <b>{t('decide.items.hoped')}</b> {t('decide.items.hopedHint')}
        </li>
      )}
    </ul>
  )
}

function Weighing({ view }: { view: DecisionView }) {
  const { t, i18n } = useTranslation()
  const weighing = view.weighing ?? {}
  const a = typeof weighing['a'] === 'number' ? weighing['a'] : undefined
  if (a === undefined) return null
  const show = (value: number) => figures(value, i18n.language)
  return (
    <>
      {t('decide.decision.weighing')} P × C × L × V<sub>{t('decide.actions.us')}</sub>
      <sup>{show(a)}</sup> × V<sub>{t('decide.actions.them')}</sub>
      <sup>{show(Number((1 - a).toFixed(2)))}</sup>
    </>
  )
}
