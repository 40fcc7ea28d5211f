import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearch } from 'wouter'
import type { CatalogueCatalogue } from '~/lib/api-schemas'
import { Empty, Failed, Loading } from '~/ui/faces'
import { ActionsTab } from './actions-tab'
import { useCatalogue, useTrial } from './api'
import { placedActions } from './catalogue'
import css from './decide-page.module.css'
import { OftenTab } from './often-tab'
import { PlacesTab } from './places-tab'
import { Room } from './rooms'
import { SuitsTab } from './suits-tab'
import { TriedContext, triedOf, useTrialChoice } from './trial'
import { TryPanel } from './try-panel'
import { WeighingTab } from './weighing-tab'

const TABS = ['actions', 'suits', 'often', 'weighing', 'places'] as const
type Tab = (typeof TABS)[number]

/** What may be offered and every rule on it, with somebody real beside it on whom to see it work. */
export default function DecidePage({ tab }: { tab: string | undefined }) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const known = TABS.find((each) => each === tab) ?? 'actions'
  const choice = useTrialChoice(catalogue.data)
  const tried = useTrial(choice.trial)
  const context = useMemo(
    () => triedOf(choice.trial, tried.isError ? undefined : tried.data),
    [choice.trial, tried.data, tried.isError],
  )
  const empty = catalogue.data && placedActions(catalogue.data.issues).length === 0
  return (
    <Room title={t('decide.title')} lead={t('decide.lead')}>
      {catalogue.isPending ? (
        <Loading rows={8} />
      ) : catalogue.isLoadingError ? (
        <Failed error={catalogue.error} again={() => void catalogue.refetch()} />
      ) : empty ? (
        <Empty title={t('decide.emptyTitle')}>
          <p>{t('decide.emptyWords')}</p>
        </Empty>
      ) : (
        <TriedContext value={context}>
          <Tabs catalogue={catalogue.data} now={known} />
          <div className={css.columns}>
            <div className={css.main}>
              <Content catalogue={catalogue.data} tab={known} />
            </div>
            <div className={css.side}>
              <TryPanel choice={choice} tried={tried} />
            </div>
          </div>
        </TriedContext>
      )}
    </Room>
  )
}

function Tabs({ catalogue, now }: { catalogue: CatalogueCatalogue; now: Tab }) {
  const { t } = useTranslation()
  const search = useSearch()
  const count: Record<Tab, number | undefined> = {
    actions: placedActions(catalogue.issues).length,
    suits: catalogue.policies.length,
    often: catalogue.contacts.length + catalogue.volumes.length,
    weighing: undefined,
    places: undefined,
  }
  return (
    <nav aria-label={t('decide.tabs.label')} className={css.tabs}>
      <ol>
        {TABS.map((tab) => (
          <li key={tab}>
            <Link
              href={`/decide${tab === 'actions' ? '' : `/${tab}`}${search ? `?${search}` : ''}`}
              aria-current={tab === now ? 'page' : undefined}
            >
              {t(`decide.tabs.${tab}`)}
              {count[tab] !== undefined && <span>{count[tab]}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Content({ catalogue, tab }: { catalogue: CatalogueCatalogue; tab: Tab }) {
  switch (tab) {
    case 'actions':
      return <ActionsTab catalogue={catalogue} />
    case 'suits':
      return <SuitsTab catalogue={catalogue} />
    case 'often':
      return <OftenTab catalogue={catalogue} />
    case 'weighing':
      return <WeighingTab catalogue={catalogue} />
    case 'places':
      return <PlacesTab catalogue={catalogue} />
  }
}
