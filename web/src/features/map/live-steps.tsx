import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatSpan } from '~/lib/format'
import { Icon, type IconName } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import type { Proposal } from './api'
import { addStep } from './gestures'
import type { Plan } from './live-api'
import css from './live-page.module.css'
import { LiveStepForm } from './live-step-form'
import type { Column } from './reading'
import { useBoard, useHere } from './ui-store'
import { say, type Op, type Value } from './wire'

export type StepKind =
  'open' | 'waitFor' | 'talk' | 'decide' | 'ask' | 'split' | 'handOver' | 'ending'

/** The length of an ISO-8601 duration in hours and minutes, as Java writes it. */
export function millisOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(duration) ?? []
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000
}

/** The steps of the map as they would run, each with what is still to be said about it. */
export function LiveSteps({ proposal, plan }: { proposal: Proposal; plan: Plan }) {
  const { t } = useTranslation()
  const stages = useBoard(({ reading }) => reading.stages)
  const events = useId()
  const { answered, asked, questions } = proposal
  const blocking = questions.filter((question) => question.blocking).length
  const general = questions.filter(({ element }) => !element)
  return (
    <section className={css.steps} aria-labelledby="live-steps">
      <div className={css.coverage}>
        <h2 id="live-steps">{t('map.live.steps')}</h2>
        <progress value={answered} max={asked} aria-label={t('map.live.coverage')} />
        <span>
          {answered === asked
            ? t('map.live.coveredAll')
            : t('map.live.covered', { answered, asked })}{' '}
          {blocking > 0
            ? t('map.live.openBlocking', { count: blocking })
            : questions.length > 0 && t('map.live.openBesides', { count: questions.length })}
        </span>
      </div>
      {general.length > 0 && (
        <ul className={css.questions} aria-label={t('map.live.questions')}>
          {general.map(({ about, sentence, blocking }) => (
            <li key={about} data-blocking={blocking}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
      <datalist id={events}>
        {plan.events.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {stages.map((span) => (
        <div
          key={span.stage.id}
          className={css.stage}
          style={{ ['--tone' as string]: stageColor(span.index, stages.length) }}
        >
          <h3>{say(span.stage, 'name')}</h3>
          <ol>
            {span.columns.map((column) => (
              <LiveStep key={column.id} column={column} proposal={proposal} events={events} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** Where people go on to from a step, and by what. */
function WaysOn({ from, proposal }: { from: string; proposal: Proposal }) {
  const { t, i18n } = useTranslation()
  const names = new Map(proposal.steps.map(({ id, name }) => [id, name]))
  const ways = proposal.ways.filter((way) => way.from === from)
  if (ways.length === 0) return null
  const by = ({ trigger, on }: Proposal['ways'][number]) =>
    trigger === 'event'
      ? t('map.live.way.event', { on })
      : trigger === 'time'
        ? t('map.live.way.time', { span: formatSpan(millisOf(on), i18n.language) })
        : trigger === 'answer'
          ? t('map.live.way.answer', { on: on || t('map.live.way.no') })
          : t('map.live.way.next')
  const targets = [...new Set(ways.map(({ to }) => to))]
  return (
    <>
      {targets.map((to) => (
        <small key={to}>
          → {names.get(to) ?? to}
          {': '}
          {ways
            .filter((way) => way.to === to)
            .map(by)
            .join(t('map.live.way.or'))}
        </small>
      ))}
    </>
  )
}

const ICONS: Record<StepKind, IconName> = {
  open: 'ask',
  waitFor: 'waitFor',
  talk: 'talk',
  decide: 'decide',
  ask: 'ask',
  split: 'split',
  handOver: 'handOver',
  ending: 'ending',
}

function LiveStep({
  column,
  proposal,
  events,
}: {
  column: Column
  proposal: Proposal
  events: string
}) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const step = proposal.steps.find(({ source }) => source === column.id)
  const end = proposal.steps.find(({ source, ending }) => source === column.id && ending !== 'none')
  const open = proposal.questions.filter(({ element }) => element === column.id)
  const blocking = open.some((question) => question.blocking)
  if (!step) return null
  const kind = step.kind as StepKind
  const change = (fields: Record<string, Value>) => {
    const ops: Op[] = column.step
      ? [{ op: 'set', id: column.step.id, fields }]
      : addStep(store.view().reading, column.stage, column.name).map((op) =>
          op.op === 'put' ? { op: 'put', element: { ...op.element, ...fields } } : op,
        )
    store.act(t('map.did.change'), ops)
  }
  return (
    <li>
      <details className={css.step} data-blocking={blocking || undefined}>
        <summary>
          <span className={css.kind}>
            <Icon name={ICONS[kind]} size={17} />
          </span>
          <span className={css.stepWords}>
            <strong>{step.name}</strong>
            <small>
              {[
                t(`map.live.kinds.${kind}`) + (step.guessed ? ` (${t('map.live.guessed')})` : ''),
                step.event,
                step.stay &&
                  t('map.live.upTo', { span: formatSpan(millisOf(step.stay), i18n.language) }),
                step.channel,
                step.team,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <WaysOn from={step.id} proposal={proposal} />
          </span>
          {step.beginning && <span className={css.mark}>{t('map.live.begins')}</span>}
          {end && (
            <span className={css.mark} data-ending={end.ending}>
              {t(`map.live.endings.${end.ending as 'achieved'}`)}
            </span>
          )}
          {open.length > 0 && (
            <span className={css.openMark} data-blocking={blocking || undefined}>
              {t('map.live.open', { count: open.length })}
            </span>
          )}
        </summary>
        {open.length > 0 && (
          <ul className={css.questions}>
            {open.map((question) => (
              <li key={question.about} data-blocking={question.blocking}>
                {question.sentence}
              </li>
            ))}
          </ul>
        )}
        {mayMap && <LiveStepForm column={column} step={step} events={events} change={change} />}
      </details>
    </li>
  )
}
