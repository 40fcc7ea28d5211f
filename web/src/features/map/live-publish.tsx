import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatNumber } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { Icon } from '~/ui/icon'
import type { Proposal } from './api'
import { useEndShadow, type Change, type Manner, type Plan } from './live-api'
import { LiveGo } from './live-go'
import css from './live-page.module.css'
import { LivePeople } from './live-people'
import { useHere } from './ui-store'

interface Props {
  plan: Plan
  proposal: Proposal
  manner: Manner
  setManner: (manner: Manner) => void
  setJourney: (journey: string) => void
}

/** What publishing would do, and to whom. */
export function LivePublish({ plan, proposal, manner, setManner, setJourney }: Props) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const end = useEndShadow(store.id)
  const [move, setMove] = useState<'finish' | 'move'>('finish')
  const [replaces, setReplaces] = useState(false)
  const n = (value: number) => formatNumber(value, i18n.language)
  const moves = manner === 'live' && move === 'move' && plan.inside > 0
  return (
    <aside className={css.publish} aria-labelledby="live-publish">
      <h2 id="live-publish">{t('map.live.publish')}</h2>
      <Choice
        label={t('map.live.manner')}
        quiet
        value={manner}
        onChange={setManner}
        options={(['shadow', 'live'] as const).map((value) => ({
          value,
          label: t(`map.live.manners.${value}`),
        }))}
      />
      <p className={css.hint}>{t(`map.live.mannerHints.${manner}`)}</p>
      {plan.rival && manner === 'live' && (
        <Choice
          label={t('map.live.rival', { name: plan.rival.name, people: n(plan.rival.people) })}
          value={replaces ? 'replace' : 'beside'}
          onChange={(next) => {
            setReplaces(next === 'replace')
            setJourney(next === 'replace' ? plan.rival!.id : '')
          }}
          options={[
            { value: 'beside', label: t('map.live.beside') },
            { value: 'replace', label: t('map.live.replace', { name: plan.rival.name }) },
          ]}
        />
      )}
      <dl className={css.facts}>
        <div>
          <dt>{t('map.live.inside')}</dt>
          <dd>{n(plan.inside)}</dd>
        </div>
        <div>
          <dt>{t('map.live.touched')}</dt>
          <dd>{n(plan.touched)}</dd>
        </div>
      </dl>
      <Changes plan={plan} manner={manner} />
      {manner === 'live' && plan.runs && plan.inside > 0 && plan.changes.length > 0 && (
        <Choice
          label={t('map.live.those', { count: plan.inside })}
          value={move}
          onChange={setMove}
          options={(['finish', 'move'] as const).map((value) => ({
            value,
            label: t(`map.live.people.${value}`),
          }))}
        />
      )}
      {manner === 'live' && <LivePeople plan={plan} moves={moves} />}
      {manner === 'live' && plan.says.length > 0 && (
        <details className={css.says}>
          <summary>{t('map.live.says', { count: plan.says.length })}</summary>
          <ul>
            {plan.says.map(({ step, title, text }) => (
              <li key={step}>
                <strong>{title}</strong>
                <p>{text || title}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!plan.canRun && (
        <p className={css.warn}>
          {t('map.live.blocked', {
            count: proposal.questions.filter(({ blocking }) => blocking).length,
          })}
        </p>
      )}
      {plan.problems.length > 0 && (
        <ul className={css.warn} aria-label={t('map.live.problems')}>
          {plan.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <LiveGo
        key={manner}
        plan={plan}
        manner={manner}
        replaces={manner === 'live' && replaces ? plan.rival?.id : undefined}
        moves={moves}
      />
      <div role="status">{end.error && <p className={css.warn}>{end.error.message}</p>}</div>
      {(plan.runs || plan.shadow) && (
        <div className={css.links}>
          <Link href={`/maps/${store.id}`}>
            <Icon name="person" size={16} /> {t('map.live.see')}
          </Link>
          <Link href={`/journeys/${plan.runs ? plan.journey : plan.shadow}`}>
            <Icon name="canvas" size={16} /> {t('map.live.canvas')}
          </Link>
          {plan.shadow && (
            <Button
              size="xs"
              variant="default"
              loading={end.isPending}
              onClick={() => end.mutate()}
            >
              {t('map.live.endShadow')}
            </Button>
          )}
        </div>
      )}
    </aside>
  )
}

function Changes({ plan, manner }: { plan: Plan; manner: Manner }) {
  const { t } = useTranslation()
  if (!plan.canRun || plan.problems.length > 0) return null
  if (!plan.runs)
    return (
      <p className={css.new}>
        {t(manner === 'shadow' ? 'map.live.newShadow' : 'map.live.new', { id: plan.journey })}
      </p>
    )
  if (plan.changes.length === 0) return <p className={css.new}>{t('map.live.noChanges')}</p>
  const said = (change: Change) =>
    change.kind === 'changed'
      ? change.parts.map((part) => t(`map.live.parts.${part}`)).join(', ')
      : change.kind === 'removed' && change.goesTo
        ? t('map.live.goesTo', { step: change.goesTo })
        : ''
  return (
    <div>
      <h3 className={css.small}>{t('map.live.changes')}</h3>
      <ul className={css.changes}>
        {plan.changes.map((change) => (
          <li key={change.kind + change.step} data-kind={change.kind}>
            <span className={css.sign}>{t(`map.live.changed.${change.kind}`)}</span>
            <span>
              {change.name}
              <small>{said(change)}</small>
            </span>
            {change.people > 0 && (
              <span className={css.count}>
                {t('map.live.peopleHere', { count: change.people })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
