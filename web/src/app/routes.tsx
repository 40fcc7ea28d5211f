import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '~/ui/faces'
import { NotFound } from './not-found'

const HomePage = lazy(() => import('~/features/home/home-page'))
const JourneyPage = lazy(() => import('~/features/journey/journey-page'))
const PeoplePage = lazy(() => import('~/features/people/people-page'))
const PersonPage = lazy(() => import('~/features/people/person-page'))

export function Routes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/journeys/:id">{({ id }) => <JourneyPage key={id} id={id} />}</Route>
        <Route path="/people" component={PeoplePage} />
        <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  )
}
