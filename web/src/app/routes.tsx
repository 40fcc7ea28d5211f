import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '~/ui/faces'
import { NotFound } from './not-found'

const HomePage = lazy(() => import('~/features/home/home-page'))
const JourneyPage = lazy(() => import('~/features/journey/journey-page'))
const MapsPage = lazy(() => import('~/features/map/maps-page'))
const MapPage = lazy(() => import('~/features/map/map-page'))
const HistoryPage = lazy(() => import('~/features/map/history-page'))
const SummaryPage = lazy(() => import('~/features/map/summary-page'))
const PrintPage = lazy(() => import('~/features/map/print-page'))
const LivePage = lazy(() => import('~/features/map/live-page'))
const ResultsPage = lazy(() => import('~/features/map/results-page'))
const CasePage = lazy(() => import('~/features/map/case-page'))
const PersonaPage = lazy(() => import('~/features/map/persona-page'))
const DecisionPage = lazy(() => import('~/features/decide/decision-page'))
const ModelsPage = lazy(() => import('~/features/decide/models-page'))
const ModelPage = lazy(() => import('~/features/decide/model-page'))
const ArmsPage = lazy(() => import('~/features/decide/arms-page'))
const RunsPage = lazy(() => import('~/features/decide/runs-page'))
const StopsPage = lazy(() => import('~/features/decide/stops-page'))
const DraftsPage = lazy(() => import('~/features/decide/drafts-page'))
const DraftPage = lazy(() => import('~/features/decide/draft-page'))
const DecidePage = lazy(() => import('~/features/decide/decide-page'))
const DeskPage = lazy(() => import('~/features/desk/desk-page'))
const PeoplePage = lazy(() => import('~/features/people/people-page'))
const PersonPage = lazy(() => import('~/features/people/person-page'))

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/journeys/:id">{({ id }) => <JourneyPage key={id} id={id} />}</Route>
        <Route path="/maps" component={MapsPage} />
        <Route path="/maps/:id">{({ id }) => <MapPage key={id} id={id} />}</Route>
        <Route path="/maps/:id/results">{({ id }) => <ResultsPage key={id} id={id} />}</Route>
        <Route path="/maps/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
        <Route path="/maps/:id/summary">{({ id }) => <SummaryPage key={id} id={id} />}</Route>
        <Route path="/maps/:id/print">{({ id }) => <PrintPage key={id} id={id} />}</Route>
        <Route path="/maps/:id/live">{({ id }) => <LivePage key={id} id={id} />}</Route>
        <Route path="/maps/:id/case/:story">
          {({ id, story }) => <CasePage key={id + story} id={id} story={story} />}
        </Route>
        <Route path="/maps/:id/personas/:persona">
          {({ id, persona }) => <PersonaPage key={id + persona} id={id} persona={persona} />}
        </Route>
        <Route path="/decide/models" component={ModelsPage} />
        <Route path="/decide/models/:action">
          {({ action }) => <ModelPage key={action} action={action} />}
        </Route>
        <Route path="/decide/arms" component={ArmsPage} />
        <Route path="/decide/drafts" component={DraftsPage} />
        <Route path="/decide/drafts/:id">{({ id }) => <DraftPage key={id} id={id} />}</Route>
        <Route path="/decide/runs" component={RunsPage} />
        <Route path="/decide/stops" component={StopsPage} />
        <Route path="/decide/:tab?">{({ tab }) => <DecidePage tab={tab} />}</Route>
        <Route path="/decisions/:id">{({ id }) => <DecisionPage key={id} id={id} />}</Route>
        <Route path="/desk" component={DeskPage} />
        <Route path="/people" component={PeoplePage} />
        <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  )
}
