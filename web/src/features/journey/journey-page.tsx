import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { Journey } from '~/lib/api-types'
import { announce } from '~/lib/announce'
import { useOffer } from '~/lib/actions'
import { Failed, Loading } from '~/ui/faces'
import { Page, useTitle } from '~/ui/page'
import { useJourney } from './api'
import { JourneyHead, type View } from './journey-head'
import css from './journey-page.module.css'
import { LiveProvider, useLive } from './live'
import { StepList } from './step-list'
import { StepPanel } from './step-panel'
import { useJourneyAsTaken } from './taken'

const Canvas = lazy(() => import('./canvas'))
const NARROW = '(max-width: 760px)'

export default function JourneyPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const journey = useJourney(id)
  if (journey.isPending) {
    return (
      <Page title={t('areas.journeys')}>
        <Loading rows={6} />
      </Page>
    )
  }
  if (journey.isLoadingError)
    return <Failed error={journey.error} again={() => void journey.refetch()} />
  return <LiveJourney journey={journey.data} />
}

function LiveJourney({ journey: planned }: { journey: Journey }) {
  const { t } = useTranslation()
  const live = useLive(planned.id)
  const journey = useJourneyAsTaken(planned, live.store)
  const [query, setQuery] = useSearchParams()
  useTitle(journey.name)
  const selected = query.get('step') ?? undefined
  const view = viewOf(query.get('view'))
  const change = (key: string, value: string | undefined) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === undefined) next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const select = (step: string | undefined) => {
    if (step === selected) return
    const name = [...journey.steps, ...journey.endings].find((each) => each.id === step)?.name
    if (name) announce(t('journey.selected', { name }))
    change('step', step)
  }
  const show = (next: View) => change('view', next)
  useOffer(
    useMemo(
      () => [
        {
          id: 'journey-view',
          label: `${t('journey.canvas')} / ${t('journey.list')}`,
          group: journey.name,
          keys: 'v',
          run: () => show(view === 'canvas' ? 'list' : 'canvas'),
        },
      ],
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [t, journey.name, view],
    ),
  )
  return (
    <LiveProvider value={live}>
      <div className={css.page} data-view={view}>
        <JourneyHead journey={journey} view={view} onView={show} />
        <div className={css.body} data-beside={view === 'list' && selected !== undefined}>
          {view === 'canvas' ? (
            <Suspense fallback={<Loading />}>
              <Canvas journey={journey} selected={selected} onSelect={select} />
            </Suspense>
          ) : (
            <StepList journey={journey} onSelect={select} />
          )}
          {selected && (
            <StepPanel key={selected} journey={journey} id={selected} onSelect={select} />
          )}
        </div>
      </div>
    </LiveProvider>
  )
}

function viewOf(asked: string | null): View {
  if (asked === 'canvas' || asked === 'list') return asked
  return window.matchMedia(NARROW).matches ? 'list' : 'canvas'
}
