import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatMoment } from '~/lib/format'
import { Modal } from '~/ui/modal'
import dialogs from './dialogs.module.css'
import { useAskToPublish, usePublish, type Manner, type Plan } from './live-api'
import css from './live-page.module.css'
import { useHere } from './ui-store'

interface Props {
  plan: Plan
  manner: Manner
  /** The journey it takes the place of, where it is not to run beside it. */
  replaces: string | undefined
  moves: boolean
}

/** The one button that starts it: alone in shadow, and for real after somebody else asked. */
export function LiveGo({ plan, manner, replaces, moves }: Props) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const publish = usePublish(store.id)
  const ask = useAskToPublish(store.id)
  const [sure, setSure] = useState(false)
  const ready = plan.canRun && plan.problems.length === 0 && !plan.same
  const named = replaces ? { journey: replaces } : {}
  const twoNeeded = manner === 'live' && plan.takesTwo
  const asks = twoNeeded && !plan.asked
  const waits = twoNeeded && plan.asked?.mine === true
  const go = () => {
    setSure(false)
    publish.mutate({ manner, ...named, ...(moves ? { move: true } : {}) })
  }
  return (
    <>
      {manner === 'live' && (
        <p className={css.hint}>{t(plan.takesTwo ? 'map.live.takesTwo' : 'map.live.takesOne')}</p>
      )}
      {twoNeeded && plan.asked && (
        <p className={css.asked}>
          {t(plan.asked.mine ? 'map.live.askedByMe' : 'map.live.askedBy', {
            by: plan.asked.by,
            at: formatMoment(plan.asked.at, i18n.language),
          })}{' '}
          <Link href={`/decide/drafts/${plan.asked.draft}`}>{t('map.live.readFiles')}</Link>
        </p>
      )}
      {asks ? (
        <Button
          size="md"
          disabled={!ready}
          loading={ask.isPending}
          onClick={() => ask.mutate(named)}
        >
          {t('map.live.ask')}
        </Button>
      ) : (
        <Button
          size="md"
          disabled={!ready || !plan.mayPublish || waits}
          loading={publish.isPending}
          onClick={() => (manner === 'live' ? setSure(true) : go())}
        >
          {t(twoNeeded ? 'map.live.approve' : `map.live.go.${manner}`)}
        </Button>
      )}
      {!plan.mayPublish && !asks && <p className={css.hint}>{t('map.live.notYou')}</p>}
      <div role="status">
        {plan.same && <p className={css.good}>{t('map.live.same')}</p>}
        {ask.error && <p className={css.warn}>{ask.error.message}</p>}
        {publish.error && <p className={css.warn}>{publish.error.message}</p>}
        {publish.data && (
          <p className={css.good}>
            {t('map.live.done', { version: publish.data.version })}{' '}
            {publish.data.moving > 0 && t('map.live.moving', { count: publish.data.moving })}
          </p>
        )}
      </div>
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
    </>
  )
}
