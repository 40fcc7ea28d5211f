import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ApiError } from '~/lib/http'
import { language } from '~/lib/i18n'
import { Announcer } from './announcer'
import { Gate } from './gate'
import { kitVariables, theme } from './theme'

const TRIES_MAX = 2

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server refused stays refused; what it could not answer is asked again.
      retry: (failures, error) =>
        failures < TRIES_MAX &&
        !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
})

// The server tells stories and reasons in the reader's language too.
language.subscribe(() => void queries.invalidateQueries())

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={kitVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Gate />
        <Announcer />
      </QueryClientProvider>
    </MantineProvider>
  )
}
