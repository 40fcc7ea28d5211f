import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatNumber } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { Icon } from '~/ui/icon'
import { Modal } from '~/ui/modal'
import type { Proposal } from './api'
import dialogs from './dialogs.module.css'
import { useEndShadow, usePublish, type Change, type Manner, type Plan } from './live-api'
import css from './live-page.module.css'
import { useHere } from './ui-store'

interface Props {
  plan: Plan
  proposal: Proposal
  manner: Manner
  setManner: (manner: Manner) => void
  setJourney: (journey: string) => void
}

/** What publishing would do, to whom; and the one button that does it. */
export function LivePublish({ plan, proposal, manner, setManner, setJourney }: Props) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const publish = usePublish(store.id)
  const end = useEndShadow(store.id)
  const [move, setMove] = useState<'finish' | 'move'>('finish')
  const [sure, setSure] = useState(false)
  const [replaces, setReplaces] = useState(false)
  const n = (value: number) => formatNumber(value, i18n.language)
  const ready = plan.canRun && plan.problems.length === 0
  const moves = manner === 'live' && move === 'move' && plan.inside > 0
  const go = () => {
    setSure(false)
    publish.mutate({
      manner,
      ...(manner === 'live' && replaces && plan.rival ? { journey: plan.rival.id } : {}),
      ...(moves ? { move: true } : {}),
    })
  }
  return (
    <aside className={css.publish} aria-labelledby="live-publish">
      <h2 id="live-publish">{t('map.live.publish')}</h2>
      <Choice
        label={t('map.live.manner')}
        quiet
        value={manner}
        onChange={(next) => {
          setManner(next)
          publish.reset()
        }}
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
            { value: 'replace', label: t('map.live.replace') },
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
      <Button
        size="md"
        disabled={!ready || !plan.mayPublish || plan.same}
        loading={publish.isPending}
        onClick={() => (manner === 'live' ? setSure(true) : go())}
      >
        {t(`map.live.go.${manner}`)}
      </Button>
      {!plan.mayPublish && <p className={css.hint}>{t('map.live.notYou')}</p>}
      <div role="status">
        {plan.same && <p className={css.good}>{t('map.live.same')}</p>}
        {publish.error && <p className={css.warn}>{publish.error.message}</p>}
        {end.error && <p className={css.warn}>{end.error.message}</p>}
        {publish.data && (
          <p className={css.good}>
            {t('map.live.done', { version: publish.data.version })}{' '}
            {publish.data.moving > 0 && t('map.live.moving', { count: publish.data.moving })}
          </p>
        )}
      </div>
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
      {sure && (
        <Modal label={t('map.live.sure')} onClose={() => setSure(false)}>
          <div className={dialogs.form}>
            <h2>{t('map.live.sure')}</h2>
            <p>
              {moves
                ? t('map.live.sureMove', { count: plan.inside })
                : plan.inside > 0
                  ? t('map.live.sureFinish', { count: plan.inside })
                  : t('map.live.sureNobody')}{' '}
              {plan.says.length > 0 && t('map.live.sureSays', { count: plan.says.length })}
            </p>
            <div className={dialogs.buttons}>
              <Button variant="default" onClick={() => setSure(false)}>
                {t('map.cancel')}
              </Button>
              <Button onClick={go}>{t('map.live.go.live')}</Button>
            </div>
          </div>
        </Modal>
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
