/** The shapes of the HTTP interface, as its OpenAPI document describes them. Times are ISO-8601, UTC. */

export type Role =
  | 'designer'
  | 'approver'
  | 'facilitator'
  | 'helper'
  | 'coach'
  | 'analyst'
  | 'data protection officer'
  | 'operator'

export interface Session {
  /** No account exists and the server listens on this machine alone: everyone here is the operator. */
  open: boolean
  signedIn: boolean
  name?: string
  email?: string
  roles: string[]
}

export interface Invitation {
  email: string
  name: string
  roles: string[]
  expires: string
}

export interface JourneySummary {
  id: string
  name: string
  description: string
  version: number
  people: number
  ended: number
}

export type StepKind =
  'waitFor' | 'talk' | 'decide' | 'ask' | 'split' | 'handOver' | 'note' | 'ending'

export type TransitionKind = 'event' | 'time' | 'answer' | 'rule' | 'arm' | 'next' | 'move'

export type EndingKind = 'achieved' | 'declined' | 'changedPurpose' | 'left' | 'timedOut'

export interface Stage {
  id: string
  name: string
  description?: string
}

export interface Step {
  id: string
  name: string
  stage: string
  kind: StepKind
  description?: string
}

export interface Transition {
  from: string
  to: string
  label?: string
  kind: TransitionKind
}

export interface Ending {
  id: string
  name: string
  kind: EndingKind
  description?: string
}

export interface Journey {
  id: string
  name: string
  description: string
  purpose?: string
  version: number
  versions: number[]
  stages: Stage[]
  steps: Step[]
  transitions: Transition[]
  endings: Ending[]
}

export interface StepCounts {
  now: number
  arrivedLastHour: number
  leftLastHour: number
  arrivedTotal: number
}

export interface Counts {
  at: string
  people: number
  steps: Record<string, StepCounts>
  /** By the ending's step. */
  endings: Record<string, number>
  /** By "from>to". */
  transitions: Record<string, number>
}

export interface Moved {
  at: string
  person: string
  personName?: string
  journey: string
  from?: string
  to: string
  kind: string
}

export interface Identifier {
  kind: string
  value: string
}

export interface PersonOnJourney {
  journey: string
  step: string
  stage: string
  state: string
}

export interface PersonSummary {
  id: string
  name?: string
  identifiers: Identifier[]
  journeys: PersonOnJourney[]
  lastSeen?: string
}

export interface PeoplePage {
  people: PersonSummary[]
  more: boolean
}

export interface Wait {
  for: string
  until?: string
}

export interface JourneyUnderWay {
  instance: string
  journey: string
  name: string
  version: number
  stage: string
  step: string
  stepName: string
  state: string
  ending?: EndingKind
  reason?: string
  begunAt: string
  enteredAt: string
  waits: Wait[]
}

export interface Purpose {
  id: string
  text: string
  source: string
  at: string
}

export interface Person {
  id: string
  name?: string
  identifiers: Identifier[]
  attributes: Record<string, unknown>
  consents: unknown[]
  objections: unknown[]
  limits: Record<string, unknown>
  purposes: Purpose[]
  journeys: JourneyUnderWay[]
  lastSeen?: string
  factCount: number
}

export interface TimelineEntry {
  number: number
  /** When it occurred. */
  at: string
  /** When it was taken. */
  now: string
  kind: string
  title: string
  detail?: string
  journey?: string
  stage?: string
  step?: string
  channel?: string
  team?: string
}

export interface TimelinePage {
  entries: TimelineEntry[]
  /** Ask again with before = next; absent at the beginning of the story. */
  next?: number
}

export interface Status {
  version: string
  uptimeSeconds: number
  people: number
  eventsPerSecond: number
  decisionsPerSecond: number
  blueprint?: { id: string; version: number }
}
