/**
 * The interface as the screens use it: the server's description, with the words that a field may
 * hold where the description says only that it is text.
 */
import type * as api from './api-schemas'

/** What the description has, some fields narrowed to the words they hold. */
export type With<T, Narrower> = Omit<T, keyof Narrower> & Narrower

export type Session = api.Session
export type Invitation = api.SessionInvitation
export type Status = api.RunStatus

export type StepKind =
  'waitFor' | 'talk' | 'decide' | 'ask' | 'split' | 'handOver' | 'note' | 'ending'
export type TransitionKind = 'event' | 'time' | 'answer' | 'rule' | 'arm' | 'next' | 'move'
export type EndingKind = 'achieved' | 'declined' | 'changedPurpose' | 'left' | 'timedOut'
export type JourneyState = 'underWay' | 'held' | 'paused' | 'ended'

export type JourneySummary = api.JourneySummary
export type Stage = api.JourneyStage
export type Beginning = api.JourneyBeginning
export type Step = With<api.JourneyStep, { kind: StepKind }>
export type Transition = With<api.JourneyWay, { kind: TransitionKind }>
export type Ending = With<api.JourneyEnding, { kind: EndingKind }>
export type Journey = With<
  api.Journey,
  { steps: Step[]; transitions: Transition[]; endings: Ending[] }
>

export type StepCounts = api.CountsStep
/** Endings are counted by their step, transitions by "from>to". */
export type Counts = api.Counts

/** Told by the feed, which the description leaves open. */
export interface Moved {
  at: string
  person: string
  personName?: string
  journey: string
  from?: string
  to: string
  kind: string
}

export type PersonSummary = api.PeopleSummary
export type PeoplePage = api.PeoplePage
export type PersonOnJourney = api.PeoplePlace
export type Limits = api.PersonLimits
export type JourneyUnderWay = With<api.PersonJourney, { state: JourneyState; ending?: EndingKind }>
export type Person = With<api.Person, { journeys: JourneyUnderWay[] }>

export type TimelineEntry = api.Entry
/** Ask again with before = next; absent at the beginning of the story. */
export type TimelinePage = api.PeopleTimeline
