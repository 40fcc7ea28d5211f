import { useQuery } from '@tanstack/react-query'
import type { Counts, Ending, Journey, JourneySummary, Status } from '~/lib/api-types'
import { get } from '~/lib/http'

const LIVELY = 3_000

export function useJourneys() {
  return useQuery({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => get<{ journeys: JourneySummary[] }>('/v1/journeys', signal),
    select: (answer) => answer.journeys,
    refetchInterval: LIVELY,
  })
}

export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => get<Status>('/v1/status', signal),
    refetchInterval: LIVELY,
  })
}

export interface StageCount {
  id: string
  name: string
  people: number
}

export interface EndingCount extends Ending {
  people: number
}

/** The journey's stages in order with the people in each just now, and how others ended. */
export function useJourneyCounts(
  id: string,
): { stages: StageCount[]; endings: EndingCount[] } | undefined {
  const path = `/v1/journeys/${encodeURIComponent(id)}`
  const journey = useQuery({
    queryKey: ['journey', id],
    queryFn: ({ signal }) => get<Journey>(path, signal),
    staleTime: 60_000,
  })
  const counts = useQuery({
    queryKey: ['counts', id],
    queryFn: ({ signal }) => get<Counts>(`${path}/counts`, signal),
    // The feed keeps it fresh.
    staleTime: Infinity,
  })
  if (!journey.data || !counts.data) return undefined
  const ended = counts.data.endings
  return {
    stages: stageCounts(journey.data, counts.data),
    endings: journey.data.endings.map((ending) => ({ ...ending, people: ended[ending.id] ?? 0 })),
  }
}

export function stageCounts(journey: Journey, counts: Counts): StageCount[] {
  const filled = journey.stages.filter((stage) =>
    journey.steps.some((step) => step.stage === stage.id && step.kind !== 'ending'),
  )
  return filled.map(({ id, name }) => ({
    id,
    name,
    people: journey.steps
      .filter((step) => step.stage === id && step.kind !== 'ending')
      .reduce((sum, step) => sum + (counts.steps[step.id]?.now ?? 0), 0),
  }))
}
