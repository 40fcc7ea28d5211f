/** Written by scripts/api.mjs from openapi.json; api-types.ts says what the words may be. */

export interface BlueprintChecked {
  good: boolean
  problems: Array<BlueprintProblem>
}

export interface BlueprintCurrent {
  id: string
  name: string
  version: number
  publishedAt: string
  publishedBy: string
  digest: string
  journeys: Array<string>
  files: Record<string, string>
}

export interface BlueprintFiles {
  files: Record<string, string>
}

export interface BlueprintProblem {
  file: string
  line: number
  column: number
  what: string
  remedy: string
  sentence: string
}

export interface BlueprintPublished {
  version: number
  changed: boolean
}

export interface BlueprintSwitches {
  everything: boolean
  channels: Array<string>
  actions: Array<string>
  journeys: Array<string>
}

export interface BoardMade {
  id: string
  title: string
}

export interface BoardNew {
  title: string
  template?: string
}

export interface BoardPeopleJoin {
  code: string
  name: string
}

export interface BoardPeopleJoined {
  board: string
  title: string
  role: string
  name: string
}

export interface BoardPeopleLink {
  id: string
  code: string
  role: string
  expires: string
  url?: string
}

export interface BoardPeopleLinkAsk {
  role?: string
  hours?: number
}

export interface BoardPeopleMemberAsk {
  email: string
  role: string
}

export interface CloudEventAccepted {
  accepted: number
  duplicates: number
}

export interface Counts {
  journey: string
  at: string
  people: number
  ended: number
  steps: Record<string, CountsStep>
  endings: Record<string, number>
  transitions: Record<string, number>
}

export interface CountsStep {
  now: number
  arrivedLastHour: number
  leftLastHour: number
  arrivedTotal: number
}

export interface DeskAnswer {
  question: string
  effect?: string
  answer: unknown
  feeling?: number
  effort?: number
  at?: string
  id?: string
}

export interface DeskJourneys {
  journeys: Array<DeskPlace>
}

export interface DeskOutcome {
  outcome: string
  id?: string
}

export interface DeskPlace {
  instance: string
  journey: string
  stage: string
  step: string
  state: string
}

export interface DeskTask {
  effect: string
  queue: string
  journey?: string
  step?: string
  stepName?: string
  since: string
  outcomes: Array<string>
}

export interface DeskTasks {
  tasks: Array<DeskTask>
}

export interface Entry {
  number: number
  at: string
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

export interface Error {
  code: string
  message: string
  field?: string
}

export interface Event {
  person?: string
  anonymous?: string
  name: string
  id?: string
  at?: string
  channel?: string
  properties?: Record<string, unknown>
}

export interface EventPlace {
  instance: string
  journey: string
  stage: string
  step: string
  state: string
}

export interface EventResult {
  id: string
  person: string
  journeys: Array<EventPlace>
  refused?: string
}

export interface EventTaken {
  accepted: number
  duplicates: number
  results?: Array<EventResult>
}

export interface ImportRow {
  person: string
  id: string
  at: string
  name?: string
  values: Record<string, unknown>
}

export interface ImportRows {
  rows: Array<ImportRow>
}

export interface ImportTaken {
  taken: number
  repeated: number
  refused: number
}

export interface Journey {
  id: string
  name: string
  description: string
  purpose: string
  version: number
  versions: Array<number>
  stages: Array<JourneyStage>
  steps: Array<JourneyStep>
  transitions: Array<JourneyWay>
  endings: Array<JourneyEnding>
  beginnings: Array<JourneyBeginning>
}

export interface JourneyBeginning {
  id: string
  step: string
  kind: string
  label?: string
}

export interface JourneyEnding {
  id: string
  name: string
  kind: string
  description: string
}

export interface JourneyJourneys {
  journeys: Array<JourneySummary>
}

export interface JourneyStage {
  id: string
  name: string
  description: string
}

export interface JourneyStep {
  id: string
  name: string
  stage: string
  kind: string
  description: string
}

export interface JourneySummary {
  id: string
  name: string
  description: string
  version: number
  people: number
  ended: number
}

export interface JourneyWay {
  from: string
  to: string
  label?: string
  kind: string
}

export interface KeyColleague {
  id: string
  email: string
  name: string
  roles: Array<string>
  active: boolean
}

export interface KeyKey {
  id: string
  name: string
  scopes: Array<string>
  createdAt: string
  usedAt?: string
  good: boolean
}

export interface KeyKeys {
  keys: Array<KeyKey>
}

export interface KeyMade {
  id: string
  key: string
}

export interface KeyNewKey {
  name: string
  scopes: Array<string>
}

export interface KeyStaff {
  staff: Array<KeyColleague>
}

export interface PasskeyFinish {
  ceremony: string
  credential: unknown
  label?: string
}

export interface PasskeyList {
  passkeys: Array<PasskeyPasskey>
}

export interface PasskeyPasskey {
  id: string
  label: string
  createdAt: string
  usedAt?: string
}

export interface PasskeyStarted {
  ceremony: string
  options: unknown
}

export interface PeoplePage {
  people: Array<PeopleSummary>
  more: boolean
}

export interface PeoplePlace {
  journey: string
  step: string
  stage: string
  state: string
}

export interface PeopleSummary {
  id: string
  name?: string
  identifiers: Array<PersonIdentifier>
  journeys: Array<PeoplePlace>
  lastSeen: string
}

export interface PeopleTimeline {
  entries: Array<Entry>
  next?: number
}

export interface Person {
  id: string
  name?: string
  identifiers: Array<PersonIdentifier>
  attributes: Record<string, unknown>
  segments: Array<string>
  consents: Array<PersonConsent>
  objections: Array<PersonObjection>
  limits: PersonLimits
  purposes: Array<PersonPurpose>
  journeys: Array<PersonJourney>
  interactions: Array<PersonInteraction>
  lastSeen: string
  factCount: number
}

export interface PersonBegin {
  journey: string
  beginning: string
  key?: string
}

export interface PersonCap {
  channel?: string
  contactsMax: number
  window: string
}

export interface PersonConsent {
  subject: string
  given: boolean
  at: string
  source: string
}

export interface PersonEnd {
  ending: string
  reason?: string
}

export interface PersonHold {
  until: string
}

export interface PersonIdentifier {
  kind: string
  value: string
}

export interface PersonInteraction {
  id: string
  subject: string
  channel: string
  at: string
  response?: string
}

export interface PersonJourney {
  instance: string
  journey: string
  name: string
  version: number
  stage: string
  stageName: string
  step: string
  stepName: string
  state: string
  ending?: string
  reason?: string
  heldUntil?: string
  begunAt: string
  enteredAt: string
  waits: Array<PersonWait>
}

export interface PersonLater {
  what: string
  by: string
}

export interface PersonLimits {
  caps: Array<PersonCap>
  quiet?: PersonQuiet
  silentUntil?: string
}

export interface PersonMerge {
  with: string
}

export interface PersonObjection {
  scope: string
  subject: string
  at: string
}

export interface PersonPurpose {
  id: string
  text: string
  source: string
  at: string
  open: boolean
}

export interface PersonQuiet {
  from: string
  to: string
}

export interface PersonReceipt {
  person: string
  erasedAt: string
  entries: number
  identifiers: number
  journeys: number
  gone: Array<string>
  later: Array<PersonLater>
  kept: Array<string>
}

export interface PersonWait {
  for: string
  until?: string
}

export interface RunAlive {
  status: string
}

export interface RunRunning {
  id: string
  version: number
  name: string
}

export interface RunStatus {
  version: string
  uptimeSeconds: number
  people: number
  eventsPerSecond: number
  decisionsPerSecond: number
  caughtUp: boolean
  blueprint?: RunRunning
}

export interface SegmentSuccess {
  success: boolean
}

export interface Session {
  open: boolean
  signedIn: boolean
  name: string
  email?: string
  roles: Array<string>
}

export interface SessionAccept {
  name?: string
  password: string
}

export interface SessionInvitation {
  email: string
  name: string
  roles: Array<string>
  expires: string
}

export interface SessionInvite {
  email: string
  name: string
  roles: Array<string>
}

export interface SessionInvited {
  token: string
  url: string
  expires: string
}

export interface SessionSignIn {
  email: string
  password: string
}

export interface SummarySection {
  heading: string
  lines: Array<string>
}

export interface WorkshopCaseAsk {
  moment: string
}

export interface WorkshopCaseMade {
  id: string
}

export interface WorkshopLead {
  deed: string
  agenda?: string
  activity?: string
  minutes?: number
  place?: string
}

export interface WorkshopProposal {
  id: string
  name: string
  purpose: string
  canRun: boolean
  answered: number
  asked: number
  steps: Array<WorkshopStep>
  ways: Array<WorkshopWay>
  questions: Array<WorkshopQuestion>
}

export interface WorkshopQuestion {
  element?: string
  about: string
  sentence: string
  blocking: boolean
}

export interface WorkshopRefresh {
  fields: Array<string>
}

export interface WorkshopStep {
  id: string
  stage: string
  source: string
  name: string
  kind: string
  guessed: boolean
  beginning: boolean
  event: string
  stay: string
  channel: string
  team: string
  ending: string
}

export interface WorkshopSummary {
  title: string
  sections: Array<SummarySection>
}

export interface WorkshopWay {
  from: string
  to: string
  trigger: string
  on: string
}
