import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ArmList,
  CatalogueCatalogue,
  ModelDetail,
  ModelList,
  DecisionView,
  FairnessAttributes,
  FairnessFairness,
  OutboundBegin,
  OutboundBegun,
  OutboundRun,
  OutboundRuns,
  ReadingReplay,
  ReadingWhyNot,
  Truth,
  VolumeVolumes,
} from '~/lib/api-schemas'
import type { PeoplePage, Person } from '~/lib/api-types'
import { get, post, withQuery } from '~/lib/http'
import { noteServerTime } from '~/lib/server-time'

const STEADY = 30_000
const FOUND_MAX = 8
const PICKED_FROM = 50

export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => get<CatalogueCatalogue>('/v1/catalogue', signal),
    staleTime: STEADY,
  })
}

export function useFoundPeople(query: string, enabled: boolean) {
  return useQuery({
    queryKey: ['people', { query, limit: FOUND_MAX }],
    queryFn: ({ signal }) =>
      get<PeoplePage>(withQuery('/v1/people', { query, limit: FOUND_MAX }), signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** Somebody real, whoever it is. */
export async function anyone(): Promise<string | undefined> {
  const page = await get<PeoplePage>(withQuery('/v1/people', { limit: PICKED_FROM }))
  return page.people[Math.floor(Math.random() * page.people.length)]?.id
}

export function usePersonBrief(id: string | undefined) {
  return useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => get<Person>(`/v1/people/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== undefined,
  })
}

/** Who is tried, where, and in which situation. */
export interface Trial {
  person: string
  channel: string
  placements: readonly string[]
  context: Readonly<Record<string, string>>
}

/** The decision as things stand; nothing of it is kept. */
export function useTrial(trial: Trial | undefined) {
  return useQuery({
    queryKey: ['trial', trial],
    queryFn: () => post<DecisionView>('/v1/decisions/try', trial),
    placeholderData: keepPreviousData,
    enabled: trial !== undefined,
    retry: false,
  })
}

export function useWhyNot(trial: Trial | undefined, action: string, enabled: boolean) {
  return useQuery({
    queryKey: ['why-not', trial, action],
    queryFn: ({ signal }) =>
      get<ReadingWhyNot>(
        withQuery(
          `/v1/people/${encodeURIComponent(trial?.person ?? '')}/why-not/${encodeURIComponent(action)}`,
          { channel: trial?.channel },
        ),
        signal,
      ),
    enabled: enabled && trial !== undefined,
    retry: false,
  })
}

export type Depth = 'person' | 'helper' | 'steward'

export function useDecision(id: string, depth: Depth) {
  return useQuery({
    queryKey: ['decision', id, depth],
    queryFn: ({ signal }) =>
      get<DecisionView>(withQuery(`/v1/decisions/${encodeURIComponent(id)}`, { depth }), signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

export const replay = (id: string) =>
  post<ReadingReplay>(`/v1/decisions/${encodeURIComponent(id)}/replay`)

/** Refuses the consent by which a person leaves every control arm, from their next decision on. */
export function useLeaveExperiments(person: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      post<Person>(`/v1/people/${encodeURIComponent(person)}/consents`, {
        subject: 'experiments',
        given: false,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['person', person] }),
  })
}

const LIVELY = 3_000

export function useModels() {
  return useQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) => get<ModelList>('/v1/models', signal),
    refetchInterval: LIVELY,
  })
}

export function useModel(action: string) {
  return useQuery({
    queryKey: ['model', action],
    queryFn: ({ signal }) => get<ModelDetail>(`/v1/models/${encodeURIComponent(action)}`, signal),
    refetchInterval: LIVELY,
  })
}

export function useVolumes(enabled: boolean) {
  return useQuery({
    queryKey: ['volumes'],
    queryFn: ({ signal }) => get<VolumeVolumes>('/v1/volumes', signal),
    refetchInterval: LIVELY,
    enabled,
  })
}

export function useArms() {
  return useQuery({
    queryKey: ['arms'],
    queryFn: ({ signal }) => get<ArmList>('/v1/arms', signal),
    refetchInterval: LIVELY,
  })
}

export function useFairnessAttributes() {
  return useQuery({
    queryKey: ['fairness-attributes'],
    queryFn: ({ signal }) => get<FairnessAttributes>('/v1/fairness/attributes', signal),
    staleTime: STEADY,
    retry: false,
  })
}

export interface FairnessAsk {
  attribute: string
  channel: string
  placement: string
}

/** Measured on request alone: it decides for a sample of people. */
export const measureFairness = (ask: FairnessAsk) =>
  get<FairnessFairness>(withQuery('/v1/fairness', { ...ask }))

/** How near decisions come to the best, where people are simulated; nothing where they are real. */
export function useTruth() {
  return useQuery({
    queryKey: ['truth'],
    queryFn: async ({ signal }) => (await get<Truth | undefined>('/v1/demo/truth', signal)) ?? null,
    refetchInterval: (query) => (query.state.data === null ? false : LIVELY),
  })
}

const RUNS = '/v1/decisions/batch'
const RUNS_KEY = ['runs']
const RUNNING = 1_000

export const isOver = (run: OutboundRun) => run.state === 'DONE' || run.state === 'STOPPED'

export function useRuns() {
  return useQuery({
    queryKey: RUNS_KEY,
    queryFn: ({ signal }) => get<OutboundRuns>(RUNS, signal),
    select: (answer) => {
      answer.runs.forEach((run) => noteServerTime(run.begun))
      return answer.runs
    },
    refetchInterval: (query) =>
      query.state.data?.runs.some((run) => !isOver(run)) ? RUNNING : STEADY,
    retry: false,
  })
}

export function useBeginRun() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (begin: OutboundBegin) => post<OutboundBegun>(RUNS, begin),
    onSuccess: () => queries.invalidateQueries({ queryKey: RUNS_KEY }),
  })
}

export function useSteerRun(run: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (word: 'pause' | 'resume' | 'stop') =>
      post<OutboundRun>(`${RUNS}/${encodeURIComponent(run)}/${word}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: RUNS_KEY }),
  })
}
