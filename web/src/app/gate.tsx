import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { SESSION_KEY, useSession } from '~/features/session/api'
import { onUnauthorised } from '~/lib/http'
import { RightsProvider, rightsOf } from '~/lib/rights'
import { Failed } from '~/ui/faces'
import { Shell } from './shell'

const SignInPage = lazy(() => import('~/features/session/sign-in-page'))
const JoinPage = lazy(() => import('~/features/map/join-page'))
const GuestPage = lazy(() => import('~/features/map/guest-page'))
const OwnPage = lazy(() => import('~/features/own/own-page'))
const InvitationPage = lazy(() => import('~/features/session/invitation-page'))

/** Lets in who may come in; everyone else meets the door. */
export function Gate() {
  const session = useSession()
  const queries = useQueryClient()
  useEffect(
    () => onUnauthorised(() => void queries.invalidateQueries({ queryKey: SESSION_KEY })),
    [queries],
  )
  return (
    <Suspense>
      <Switch>
        <Route path="/me">
          <OwnPage />
        </Route>
        <Route path="/join">
          <JoinPage />
        </Route>
        <Route path="/join/map/:board">
          {({ board }) => <GuestPage key={board} board={board} />}
        </Route>
        <Route path="/join/:code">{({ code }) => <JoinPage code={code} />}</Route>
        <Route path="/invitation/:token">{({ token }) => <InvitationPage token={token} />}</Route>
        <Route>
          {session.isError ? (
            <Failed error={session.error} again={() => void session.refetch()} />
          ) : !session.data ? null : session.data.open || session.data.signedIn ? (
            <RightsProvider value={rightsOf(session.data.roles)}>
              <Shell session={session.data} />
            </RightsProvider>
          ) : (
            <SignInPage />
          )}
        </Route>
      </Switch>
    </Suspense>
  )
}
