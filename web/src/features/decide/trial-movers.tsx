import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DecisionView, TrialMover, TrialTrial } from '~/lib/api-schemas'
import { Loading } from '~/ui/faces'
import { usePersonBrief } from './api'
import css from './draft-trial.module.css'
import { Funnel } from './funnel'
import rules from './rules.module.css'
import { useBoth, useMoved } from './trials-api'
import { figures } from './words'

const ID_SHOWN = 8

/** Some of the people whom the draft moves furthest, each with both decisions explained. */
export function TrialMovers({ trial }: { trial: TrialTrial }) {
  const { t } = useTranslation()
  const moved = useMoved(trial.id)
  if (!moved.data) return null
  const sides = [
    ['gain', moved.data.gain],
    ['lose', moved.data.lose],
  ] as const
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.trial.movers')}</h2>
      <p className={rules.hint}>{t('decide.trial.moversHint')}</p>
      <div className={css.sides}>
        {sides.map(([side, movers]) => (
          <div key={side}>
            <h3>{t(`decide.trial.${side}`)}</h3>
            {movers.length === 0 && <p className={rules.none}>{t('decide.trial.nobody')}</p>}
            <ul className={css.movers}>
              {movers.map((mover) => (
                <Mover key={mover.person} trial={trial} mover={mover} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What comes on one side alone; what comes on both changes nothing for them. */
const without = (these: readonly string[], those: readonly string[]) =>
  these.filter((each) => !those.includes(each)).join(', ')

function Mover({ trial, mover }: { trial: TrialTrial; mover: TrialMover }) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const person = usePersonBrief(mover.person)
  const silence = t('decide.items.silence')
  const change = mover.valueThen - mover.valueNow
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{person.data?.name ?? mover.person.slice(0, ID_SHOWN)}</b>
          <span>
            {without(mover.now, mover.then) || silence} →{' '}
            {without(mover.then, mover.now) || silence}
          </span>
          <b className={css.shift} data-way={change > 0 ? 'up' : 'down'}>
            {change > 0 ? '+' : ''}
            {figures(change, i18n.language)}
          </b>
        </summary>
        {open && <Both trial={trial} person={mover.person} />}
      </details>
    </li>
  )
}

function Both({ trial, person }: { trial: TrialTrial; person: string }) {
  const { t } = useTranslation()
  const both = useBoth(trial.id, person, true)
  if (both.isPending) return <Loading rows={3} />
  if (both.isError) return <p role="alert">{both.error.message}</p>
  return (
    <div className={css.both}>
      <Side title={t('decide.trial.now')} view={both.data.now} />
      <Side title={t('decide.trial.then')} view={both.data.then} />
      <p>
        <Link href={`/decide?person=${encodeURIComponent(person)}&channel=${trial.channel}`}>
          {t('decide.trial.tryThem')}
        </Link>{' '}
        · <Link href={`/people/${encodeURIComponent(person)}`}>{t('decide.trial.theirPage')}</Link>
      </p>
    </div>
  )
}

function Side({ title, view }: { title: string; view: DecisionView }) {
  const { t } = useTranslation()
  return (
    <section>
      <h4>
        {title}: {view.items.map((item) => item.name).join(', ') || t('decide.items.silence')}
      </h4>
      {view.items.map((item) => (
        <p key={item.placement}>{item.reasons.sentences.join(' ')}</p>
      ))}
      {view.silence && <p>{view.silence.sentence}</p>}
      <Funnel view={view} />
    </section>
  )
}
