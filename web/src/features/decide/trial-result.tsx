import { useTranslation } from 'react-i18next'
import type { TrialTrial, TrialViewResult, TrialViewVolume } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import css from './draft-trial.module.css'
import rules from './rules.module.css'
import { Shift, Shifts } from './shifts'
import { TrialFairness } from './trial-fairness'
import { TrialMovers } from './trial-movers'
import { TrialSegments } from './trial-segments'
import { figures, percent, spanInWords, stageInWords } from './words'

const SHOWN = 12
const MOVES_SHOWN = 8
const LIMITS = ['personsLimits', 'contact', 'volume']

interface Ends {
  now: number
  then: number
}

const byShift = (a: Ends, b: Ends) => Math.abs(b.then - b.now) - Math.abs(a.then - a.now)

/** Who gets something else, who gains and who loses, and whose rule does it. */
export function TrialResult({ result, trial }: { result: TrialViewResult; trial?: TrialTrial }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...result.winners.map((each) => Math.max(each.now, each.then)))
  const winners = result.winners.toSorted((a, b) => b.then + b.now - a.then - a.now)
  const drops = result.drops.filter((each) => each.now !== each.then).toSorted(byShift)
  return (
    <>
      <Summary result={result} />
      <Stages result={result} />
      <Shifts
        title={t('decide.trial.winners')}
        hint={t('decide.trial.winnersHint')}
        none={t('decide.trial.nothingShown')}
      >
        {winners.slice(0, SHOWN).map((each) => (
          <Shift key={each.action} name={each.name} now={each.now} then={each.then} most={most} />
        ))}
      </Shifts>
      <Moves result={result} />
      <TrialSegments segments={result.segments} areTold={result.groupsAreTold} />
      {trial && trial.state !== 'running' && result.changed > 0 && <TrialMovers trial={trial} />}
      <Limits result={result} />
      {result.groupsAreTold && <TrialFairness fairness={result.fairness} />}
      <Shifts title={t('decide.trial.drops')} none={t('decide.trial.sameDrops')}>
        {drops.slice(0, SHOWN).map((each) => (
          <Shift
            key={each.component}
            name={each.sentence}
            small={`${stageInWords(each.stage, t)} · ${each.owner}`}
            now={each.now}
            then={each.then}
          />
        ))}
      </Shifts>
    </>
  )
}

function Summary({ result }: { result: TrialViewResult }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const part = (value: number) => percent(value / Math.max(1, result.people), i18n.language)
  const shift = (now: number, then: number) =>
    now === 0 ? '–' : `${then >= now ? '+' : ''}${percent((then - now) / now, i18n.language)}`
  const facts: [string, string][] = [
    [t('decide.trial.changed'), part(result.changed)],
    [t('decide.trial.gain'), show(result.gain)],
    [t('decide.trial.lose'), show(result.lose)],
    [t('decide.trial.forThem'), shift(result.personValueNow, result.personValueThen)],
    [t('decide.trial.forUs'), shift(result.organisationValueNow, result.organisationValueThen)],
    [t('decide.trial.silence'), `${part(result.silentNow)} → ${part(result.silentThen)}`],
  ]
  return (
    <>
      <p className={css.lead}>
        {t('decide.trial.decided', {
          people: show(result.people),
          seconds: figures(result.seconds, i18n.language),
        })}
      </p>
      <dl className={css.summary}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="serif">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** The pipeline in its order: what each stage takes out, and whom it leaves with anything. */
function Stages({ result }: { result: TrialViewResult }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const most = Math.max(1, ...result.funnel.map((one) => Math.max(one.droppedNow, one.droppedThen)))
  return (
    <Shifts
      title={t('decide.trial.stages')}
      hint={t('decide.trial.stagesHint', {
        now: show(result.candidatesNow),
        then: show(result.candidatesThen),
      })}
      what={t('decide.trial.stage')}
      none={t('decide.trial.nothingDropped')}
    >
      {result.funnel.map((each) => (
        <Shift
          key={each.stage}
          name={stageInWords(each.stage, t)}
          small={t('decide.trial.peopleLeft', {
            now: show(each.peopleNow),
            then: show(each.peopleThen),
          })}
          now={each.droppedNow}
          then={each.droppedThen}
          most={most}
        />
      ))}
    </Shifts>
  )
}

function Moves({ result }: { result: TrialViewResult }) {
  const { t, i18n } = useTranslation()
  if (result.moves.length === 0) return null
  const silence = t('decide.items.silence')
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.trial.moves')}</h2>
      <ol className={css.moves}>
        {result.moves.slice(0, MOVES_SHOWN).map((move) => (
          <li key={`${move.from ?? ''}>${move.to ?? ''}`}>
            <span>{move.fromName ?? silence}</span>
            <span aria-hidden="true">→</span>
            <span>{move.toName ?? silence}</span>
            <b>{formatNumber(move.people, i18n.language)}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whom limits hold something back from, and what would be taken of those across people. */
function Limits({ result }: { result: TrialViewResult }) {
  const { t } = useTranslation()
  const hit = result.drops
    .filter((each) => LIMITS.includes(each.stage))
    .map((each) => ({ ...each, now: each.peopleNow, then: each.peopleThen }))
    .toSorted((a, b) => b.then + b.now - a.then - a.now)
  return (
    <>
      <Shifts
        title={t('decide.trial.caps')}
        hint={t('decide.trial.capsHint')}
        none={t('decide.trial.noCaps')}
      >
        {hit.slice(0, SHOWN).map((each) => (
          <Shift
            key={each.component}
            name={each.sentence}
            small={`${stageInWords(each.stage, t)} · ${each.owner}`}
            now={each.now}
            then={each.then}
          />
        ))}
      </Shifts>
      {result.volumes.length > 0 && <Volumes volumes={result.volumes} />}
    </>
  )
}

/** What is taken of limits across people, counted down from what was left. */
function Volumes({ volumes }: { volumes: readonly TrialViewVolume[] }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <Shifts
      title={t('decide.trial.volumes')}
      hint={t('decide.trial.volumesHint')}
      none={t('decide.trial.noCaps')}
    >
      {volumes.map((each) => {
        const use = each.then ?? each.now
        return (
          <Shift
            key={each.id}
            name={each.sentence}
            small={t('decide.trial.ofUnits', {
              left: show(use?.left ?? 0),
              units: show(use?.units ?? 0),
              span: spanInWords(each.per, i18n.language),
              people: show(use?.people ?? 0),
            })}
            now={each.now?.taken ?? 0}
            then={each.then?.taken ?? 0}
          />
        )
      })}
    </Shifts>
  )
}
