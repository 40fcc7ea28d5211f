import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '~/ui/icon'
import { Empty, Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { useProposal } from './api'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { usePlan, type Manner } from './live-api'
import css from './live-page.module.css'
import { LivePublish } from './live-publish'
import { LiveSteps } from './live-steps'
import { useBoard, useHere } from './ui-store'

/** From the map that was drawn to a journey that runs: what is open, what would change, and the start. */
export default function LivePage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Live />
    </BoardFrame>
  )
}

function Live() {
  const { t } = useTranslation()
  const { store } = useHere()
  const joined = useBoard((view) => view.joined)
  const title = useBoard(titleOf)
  const rev = useBoard((view) => view.rev)
  const empty = useBoard(({ reading }) => reading.columns.length === 0)
  const [manner, setManner] = useState<Manner>('shadow')
  const [journey, setJourney] = useState('')
  const proposal = useProposal(store.id, rev)
  const plan = usePlan(store.id, rev, journey, manner)
  const head = (
    <header className={css.head}>
      <Link href={`/maps/${store.id}`}>
        <Icon name="back" size={16} /> {title}
      </Link>
      <h1>{t('map.live.heading')}</h1>
      <p className={css.hint}>{t('map.live.lead')}</p>
    </header>
  )
  if (!joined) return <Loading rows={6} />
  if (empty)
    return (
      <Page title={t('map.live.heading')} wide>
        {head}
        <Empty title={t('map.emptyTitle')}>
          <p>{t('map.live.noSteps')}</p>
          <Link href={`/maps/${store.id}`}>{t('map.back')}</Link>
        </Empty>
      </Page>
    )
  return (
    <Page title={`${t('map.live.heading')}: ${title}`} wide>
      {head}
      {proposal.data && plan.data ? (
        <div className={css.page}>
          <LiveSteps proposal={proposal.data} plan={plan.data} />
          <LivePublish
            plan={plan.data}
            proposal={proposal.data}
            manner={manner}
            setManner={setManner}
            setJourney={setJourney}
          />
        </div>
      ) : plan.isError ? (
        <Failed error={plan.error} again={() => void plan.refetch()} />
      ) : proposal.isError ? (
        <Failed error={proposal.error} again={() => void proposal.refetch()} />
      ) : (
        <Loading rows={6} />
      )}
    </Page>
  )
}
