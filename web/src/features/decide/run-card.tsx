import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OutboundRun } from '~/lib/api-schemas'
import { formatAgo, formatMoment, formatNumber } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Progress } from '~/ui/progress'
import { isOver, useSteerRun } from './api'
import css from './run-card.module.css'
import { useCalled } from './use-called'

const SHARDS = 64
const WINNERS = 6
const STATES = ['RUNNING', 'PAUSED', 'STOPPED', 'DONE'] as const

/** One run: how far it is, what it found for whom, and the ways to hold it. */
export function RunCard({ run, names }: { run: OutboundRun; names: ReadonlyMap<string, string> }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const called = useCalled()
  const steer = useSteerRun(run.id)
  const state = STATES.find((each) => each === run.state) ?? 'RUNNING'
  const show = (value: number) => formatNumber(Math.round(value), i18n.language)
  const winners = Object.entries(run.winners).toSorted(([, a], [, b]) => b - a)
  const most = winners[0]?.[1] ?? 1
  return (
    <li className={css.run} data-state={state}>
      <header>
        <h2 className="serif">
          {called.where(run.channel, run.placement)}
          {run.segment && ` · ${names.get(`segment:${run.segment}`) ?? run.segment}`}
        </h2>
        <p>
          <b>{t(`decide.runs.states.${state}`)}</b>
          {run.dryRun && ` · ${t('decide.runs.dry')}`} ·{' '}
          <time dateTime={run.begun} title={formatMoment(run.begun, i18n.language)}>
            {formatAgo(run.begun, now, i18n.language)}
          </time>
          {state === 'RUNNING' &&
            ` · ${t('decide.runs.pace', { people: show(run.peoplePerSecond) })}`}
        </p>
      </header>
      <Progress
        label={t('decide.runs.progress')}
        words={t('decide.runs.shards', { done: run.shards.length, all: SHARDS })}
        value={run.shards.length}
        max={SHARDS}
      />
      <dl className={css.numbers}>
        {(
          [
            ['people', run.people],
            ['proposed', run.proposed],
            ['queued', run.queued],
            ['silent', run.silent],
            ['failed', run.failed],
          ] as const
        )
          .filter(([name, value]) => name !== 'failed' || value > 0)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`decide.runs.numbers.${name}`)}</dt>
              <dd>{show(value)}</dd>
            </div>
          ))}
      </dl>
      {winners.length > 0 && (
        <ol className={css.winners} aria-label={t('decide.runs.winners')}>
          {winners.slice(0, WINNERS).map(([action, count]) => (
            <li key={action}>
              <span>{names.get(`action:${action}`) ?? action}</span>
              <i>
                <i style={{ inlineSize: `${(100 * count) / most}%` }} />
              </i>
              <b>{show(count)}</b>
            </li>
          ))}
          {winners.length > WINNERS && (
            <li>{t('decide.andMore', { count: winners.length - WINNERS })}</li>
          )}
        </ol>
      )}
      {!isOver(run) && (
        <div className={css.buttons}>
          {state === 'PAUSED' ? (
            <Button variant="default" onClick={() => steer.mutate('resume')}>
              {t('decide.runs.resume')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => steer.mutate('pause')}>
              {t('decide.runs.pause')}
            </Button>
          )}
          <Button variant="default" onClick={() => steer.mutate('stop')}>
            {t('decide.runs.stop')}
          </Button>
        </div>
      )}
      {steer.isError && <p role="alert">{steer.error.message}</p>}
    </li>
  )
}
