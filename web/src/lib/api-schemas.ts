/** Written by scripts/api.mjs from openapi.json; api-types.ts says what the words may be. */

export interface ArmList {
  arms: Array<ArmRate>
  perMille: number
  note: string
}

export interface ArmRate {
  arm: string
  sentence: string
  impressions: number
  accepted: number
  rate: number
  low: number
  high: number
  lift?: number
  plusMinus?: number
  significant?: boolean
}

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

export interface CatalogueAction {
  id: string
  name: string
  kind: string
  owner: string
  from?: string
  until?: string
  purposes: Array<string>
  findsPurpose: boolean
  valueOrganisation?: string
  valuePerson?: string
  lever: number
  influence: Record<string, unknown>
  journey?: string
  bundle: Array<string>
  renderings: Array<CatalogueRendering>
  impressions: number
  accepted: number
}

export interface CatalogueCatalogue {
  blueprint: number
  channels: Array<CatalogueChannel>
  issues: Array<CatalogueIssue>
  purposes: Array<CataloguePurpose>
  segments: Array<CatalogueSegment>
  policies: Array<CataloguePolicy>
  contacts: Array<CatalogueContact>
  volumes: Array<CatalogueVolume>
  levers: Array<CatalogueLever>
  context: Array<CatalogueWeight>
  arbitration: Record<string, unknown>
  arms: Record<string, unknown>
  predictors: Array<string>
}

export interface CatalogueChannel {
  id: string
  name: string
  kind: string
  placements: Array<CataloguePlacement>
}

export interface CatalogueContact {
  id: string
  kind: string
  scope: Record<string, string>
  channel?: string
  times: number
  within: string
  response?: string
  pause?: string
  sentence: string
  owner: string
}

export interface CatalogueForms {
  purposes: Array<CatalogueFormsPurposeForm>
  issues: Array<CatalogueFormsIssueForm>
  rules: Array<CatalogueFormsRuleForm>
  contacts: Array<CatalogueFormsContactForm>
  volumes: Array<CatalogueFormsVolumeForm>
  boosts: Array<CatalogueFormsBoostForm>
  treatments: Array<CatalogueFormsTreatmentForm>
  weighing: CatalogueFormsWeighingForm
  channels: Array<CatalogueFormsChannelForm>
  journeys: Array<CatalogueFormsJourneyForm>
  features: CatalogueFormsFeaturesForm
  declared: CatalogueFormsDeclaredForm
}

export interface CatalogueFormsActionForm {
  file: string
  path: Array<string>
  id: string
  name?: string
  owner?: string
  kind?: string
  from?: string
  until?: string
  purposes: Array<string>
  findsPurpose?: string
  valueOrganisation?: string
  valuePerson?: string
  lever?: string
  nudge?: string
  boost?: string
  plain?: string
  expires?: string
  journey?: string
  bundle: Array<string>
  renderings: Array<CatalogueFormsRenderingForm>
}

export interface CatalogueFormsAttributeForm {
  id: string
  name?: string
  sensitive: boolean
}

export interface CatalogueFormsBoostForm {
  file: string
  path: Array<string>
  id: string
  scope: CatalogueFormsScopeForm
  when?: string
  percent?: string
}

export interface CatalogueFormsCapForm {
  contacts?: string
  within?: string
}

export interface CatalogueFormsChannelForm {
  file: string
  path: Array<string>
  id: string
  name?: string
  kind?: string
  address?: string
  consent?: string
  quietFrom?: string
  quietTo?: string
  quietOtherwise?: string
  caps: Array<CatalogueFormsCapForm>
  placements: Record<string, string>
}

export interface CatalogueFormsContactForm {
  file: string
  path: Array<string>
  id: string
  scope: CatalogueFormsScopeForm
  channel?: string
  pauses: boolean
  contacts?: string
  response?: string
  times?: string
  within?: string
  pause?: string
  sentence?: string
  owner?: string
}

export interface CatalogueFormsDeclaredForm {
  attributes: Array<CatalogueFormsAttributeForm>
  context: Array<string>
  events: Array<string>
}

export interface CatalogueFormsFeaturesForm {
  file: string
  outcomeWindow?: string
  predictors: Array<CatalogueFormsPredictorForm>
  fairness: Array<CatalogueFormsPredictorForm>
}

export interface CatalogueFormsGroupForm {
  path: Array<string>
  id: string
  name?: string
  lever?: string
  actions: Array<CatalogueFormsActionForm>
}

export interface CatalogueFormsIssueForm {
  file: string
  path: Array<string>
  id: string
  name?: string
  lever?: string
  groups: Array<CatalogueFormsGroupForm>
}

export interface CatalogueFormsJourneyForm {
  id: string
  name?: string
}

export interface CatalogueFormsPredictorForm {
  plain: boolean
  name?: string
  bins?: string
  edges: Array<string>
  symbol: boolean
  declared?: string
}

export interface CatalogueFormsPurposeForm {
  file: string
  path: Array<string>
  id: string
  name?: string
  words: Array<string>
}

export interface CatalogueFormsRenderingForm {
  channel?: string
  placements: Array<string>
  treatment?: string
  words: Record<string, string>
  when?: string
}

export interface CatalogueFormsRuleForm {
  file: string
  path: Array<string>
  id: string
  test?: string
  scope: CatalogueFormsScopeForm
  when?: string
  sentence?: string
  owner?: string
}

export interface CatalogueFormsScopeForm {
  level: string
  id: string
}

export interface CatalogueFormsTreatmentForm {
  file: string
  path: Array<string>
  id: string
  channel?: string
  words: Record<string, string>
}

export interface CatalogueFormsVolumeForm {
  file: string
  path: Array<string>
  id: string
  scope: CatalogueFormsScopeForm
  units?: string
  per?: string
  sentence?: string
  owner?: string
}

export interface CatalogueFormsWeighingForm {
  file: string
  a?: string
  unit?: string
  classMax?: string
  choice?: string
  gain?: string
  optimism?: string
  floor?: string
  width?: string
  use: Record<string, string>
  perMille?: string
  salt?: string
}

export interface CatalogueGroup {
  id: string
  name: string
  actions: Array<CatalogueAction>
}

export interface CatalogueIssue {
  id: string
  name: string
  groups: Array<CatalogueGroup>
}

export interface CatalogueLever {
  scope: Record<string, string>
  percent: number
}

export interface CataloguePlacement {
  id: string
  name: string
}

export interface CataloguePolicy {
  id: string
  test: string
  scope: Record<string, string>
  when: string
  sentence: string
  owner: string
}

export interface CataloguePurpose {
  id: string
  name: string
  words: Array<string>
}

export interface CatalogueRendering {
  channel: string
  placements: Array<string>
  treatment: string
  words: Record<string, string>
}

export interface CatalogueSegment {
  id: string
  name: string
}

export interface CatalogueVolume {
  id: string
  scope: Record<string, string>
  units: number
  per: string
  sentence: string
  owner: string
}

export interface CatalogueWeight {
  id: string
  scope: Record<string, string>
  when: string
  percent: number
}

export interface ChoiceChoices {
  runs: boolean
  sample: number
  moments: Array<ChoiceMoment>
  ideas: Array<ChoiceIdea>
}

export interface ChoiceIdea {
  id: string
  title: string
  votes: number
  opportunity?: ChoiceScore
  band?: string
  rice?: ChoiceScore
  value?: ChoiceScore
  valueForEffort?: ChoiceScore
}

export interface ChoiceInput {
  name: string
  number: number
  source: string
}

export interface ChoiceMoment {
  id: string
  title: string
  votes: number
  placeByVotes: number
  placeByData?: number
  disagreement: number
  data?: ChoiceScore
}

export interface ChoiceScore {
  value: number
  source: string
  inputs: Array<ChoiceInput>
}

export interface CloudEventAccepted {
  accepted: number
  duplicates: number
}

export interface Contest {
  outcomes: number
  model: Scorecard
  naiveBayes: Scorecard
  baseRate: Scorecard
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

export interface DecisionAnswer {
  decision: string
  person: string
  arm: string
  items: Array<DecisionViewItem>
  silence?: DecisionViewSilence
}

export interface DecisionResponse {
  token: string
  kind: string
  reason?: string
  until?: string
  value?: number
  at?: string
  id?: string
}

export interface DecisionTaken {
  accepted: boolean
  duplicate: boolean
}

export interface DecisionView {
  id?: string
  at: string
  person: string
  channel: string
  channelName: string
  placements: Array<string>
  arm: string
  armSentence: string
  purpose?: string
  items: Array<DecisionViewItem>
  silence?: DecisionViewSilence
  funnel: Array<DecisionViewFunnel>
  survivors?: Array<DecisionViewSurvivor>
  dropped?: Array<DecisionViewDropped>
  counterfactuals: Array<DecisionViewChange>
  blueprint: number
  weighing?: Record<string, unknown>
  drivers?: Array<Drivers>
}

export interface DecisionViewChange {
  kind: string
  action: string
  name: string
  what: string
  from: string
  to: string
  sentence: string
}

export interface DecisionViewComponent {
  id: string
  sentence: string
  owner: string
  count: number
}

export interface DecisionViewDropped {
  action: string
  name: string
  stage: string
  component: string
  sentence: string
  owner: string
}

export interface DecisionViewFunnel {
  stage: string
  entered: number
  dropped: number
  components: Array<DecisionViewComponent>
}

export interface DecisionViewItem {
  placement: string
  placementName: string
  action: string
  name: string
  treatment: string
  content: Record<string, unknown>
  token?: string
  reasons: DecisionViewReasons
  explored: boolean
  exploration: string
  probability?: number
  parts: Array<DecisionViewPart>
}

export interface DecisionViewPart {
  action: string
  name: string
  content: Record<string, unknown>
}

export interface DecisionViewReasons {
  short: string
  sentences: Array<string>
  influence: string
}

export interface DecisionViewSilence {
  reason: string
  sentence: string
  owner: string
}

export interface DecisionViewSurvivor {
  action: string
  name: string
  class: string
  p: number
  uncertainty: number
  c: number
  l: number
  vOrganisation: number
  vPerson: number
  score: number
  probability?: number
  newcomer: boolean
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
  journeys: Array<Place>
}

export interface DeskOutcome {
  outcome: string
  id?: string
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

export interface DifferencesDifference {
  file: string
  path: Array<string>
  kind: string
  before?: string
  after?: string
  whole: boolean
}

export interface DraftEdits {
  rev?: number
  edits: Array<FileEditsEdit>
}

export interface DraftFiles {
  rev: number
  files: Record<string, string>
}

export interface DraftList {
  drafts: Array<DraftViewSummary>
}

export interface DraftMove {
  rev: number
  note?: string
}

export interface DraftNew {
  title: string
  version?: number
}

export interface DraftRestored {
  version: number
  changed: boolean
}

export interface DraftVersions {
  versions: Array<PublisherVersion>
}

export interface DraftView {
  id: string
  title: string
  state: string
  rev: number
  createdBy: string
  approvedBy?: string
  createdAt: string
  changedAt: string
  wrote: boolean
  alone: boolean
  running: number
  files: Record<string, string>
  changes: Array<DraftViewChange>
  differences: Array<DifferencesDifference>
  problems: Array<DraftViewProblem>
  forms: CatalogueForms
  steps: Array<DraftViewStep>
}

export interface DraftViewChange {
  path: string
  change: string
  added: number
  removed: number
  hunks: Array<Array<DraftViewLine>>
}

export interface DraftViewLine {
  kind: string
  before: number
  after: number
  text: string
}

export interface DraftViewProblem {
  file: string
  path: Array<string>
  line: number
  column: number
  what: string
  remedy: string
  sentence: string
}

export interface DraftViewStep {
  at: string
  by: string
  state: string
  note: string
}

export interface DraftViewSummary {
  id: string
  title: string
  state: string
  rev: number
  createdBy: string
  approvedBy?: string
  createdAt: string
  changedAt: string
}

export interface Drivers {
  action: string
  name: string
  model: string
  base: number
  logit: number
  asThen: boolean
  parts: Array<DriversPart>
}

export interface DriversPart {
  predictor: string
  predictorName: string
  value: string
  valueName: string
  contribution: number
  deviation: number
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

export interface EventResult {
  id: string
  person: string
  journeys: Array<Place>
  refused?: string
}

export interface EventTaken {
  accepted: number
  duplicates: number
  results?: Array<EventResult>
}

export interface FairnessAction {
  action: string
  name: string
  selectionRatio: number
  alert: boolean
  groups: Array<FairnessRate>
}

export interface FairnessAttribute {
  name: string
  called: string
  description: string
  sensitive: boolean
}

export interface FairnessAttributes {
  attributes: Array<FairnessAttribute>
}

export interface FairnessFairness {
  attribute: string
  sensitive: boolean
  people: number
  groups: Array<FairnessGroup>
  actions: Array<FairnessAction>
  proxies: Array<FairnessProxy>
}

export interface FairnessGroup {
  group: string
  people: number
  silent: number
}

export interface FairnessProxy {
  predictor: string
  name: string
  strength: number
}

export interface FairnessRate {
  group: string
  people: number
  selectionRate: number
  explorationShare: number
}

export interface FileEditsEdit {
  file: string
  path: Array<string>
  kind: string
  value?: unknown
  as?: string
  to?: FileEditsSpot
}

export interface FileEditsSpot {
  file: string
  path: Array<string>
}

export interface FinerModels {
  channel: string
  treatment?: string
  responses: number
  positives: number
  logLoss: number
  baselineLogLoss: number
  calibrationError: number
  speaks: boolean
}

export interface HarmHarm {
  action: string
  name: string
  shown?: number
  people?: number
  visitors?: number
  isStopped: boolean
  last?: HarmStop
}

export interface HarmHarms {
  actions: Array<HarmHarm>
}

export interface HarmStop {
  at: string
  people?: number
  visitors?: number
  shown?: number
}

export interface HistoryChange {
  change: string
  kind: string
  element: string
  words: string
  field?: string
  was?: string
  is?: string
}

export interface HistoryDiff {
  added: number
  removed: number
  changed: number
  changes: Array<HistoryChange>
}

export interface HistoryPoint {
  at: string
  responses: number
  positives: number
  logLoss: number
  baselineLogLoss: number
}

export interface HistoryRestore {
  rev: number
}

export interface HistoryRevision {
  rev: number
  at: string
  label: string
}

export interface HistoryRevisions {
  head: number
  revisions: Array<HistoryRevision>
}

export interface ImportImported {
  id: string
  title: string
  notes: number
  problems: Array<string>
}

export interface ImportLooked {
  title: string
  stages: number
  notes: number
  problems: Array<string>
  table?: ImportTable
}

export interface ImportMap {
  title?: string
  as: string
  text: string
  columns?: Record<string, number>
}

export interface ImportRow {
  person: string
  id: string
  at: string
  name?: string
  values?: Record<string, unknown>
}

export interface ImportRows {
  rows: Array<ImportRow>
}

export interface ImportTable {
  delimiter: string
  header: Array<string>
  columns: Record<string, number>
  sample: Array<Array<string>>
  rows: number
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

export interface LiveMapAsk {
  journey?: string
}

export interface LiveMapPublish {
  manner: string
  journey?: string
  move?: boolean
}

export interface LiveMapPublished {
  journey: string
  version: number
  changed: boolean
  moving: number
}

export interface MapApprovalAsked {
  draft: string
  by: string
  mine: boolean
  at: string
}

export interface MapPlanViewChange {
  kind: string
  step: string
  name: string
  people: number
  goesTo?: string
  parts: Array<string>
}

export interface MapPlanViewPlan {
  journey: string
  name: string
  rival?: MapPlanViewRival
  canRun: boolean
  problems: Array<string>
  mayPublish: boolean
  takesTwo: boolean
  asked?: MapApprovalAsked
  runs: boolean
  same: boolean
  inside: number
  touched: number
  stages: Array<MapPlanViewStage>
  changes: Array<MapPlanViewChange>
  shadow?: string
  events: Array<string>
  says: Array<MapPlanViewSaid>
}

export interface MapPlanViewRival {
  id: string
  name: string
  people: number
}

export interface MapPlanViewSaid {
  step: string
  source: string
  kind: string
  title: string
  text: string
}

export interface MapPlanViewStage {
  id: string
  name: string
  people: number
  changed: number
  gone: number
}

export interface MapRunsRuns {
  journey?: string
  name?: string
  shadow: boolean
  version: number
  at?: string
  people: number
  ended: number
  sample: number
  endings: Record<string, number>
  steps: Array<MapRunsStep>
}

export interface MapRunsStep {
  step: string
  column: string
  name: string
  ending?: string
  now: number
  arrivedLastHour: number
  leftLastHour: number
  arrivedTotal: number
  seen: number
  waitMedianSeconds?: number
  waitLongSeconds?: number
  waitPlannedSeconds?: number
  leftHere: number
  deviations: Record<string, number>
  feelings: number
  feeling?: number
  feelingMargin?: number
}

export interface MapSummarySection {
  heading: string
  lines: Array<string>
}

export interface ModelBrief {
  action: string
  name: string
  group: string
  responses: number
  positives: number
  refusals: number
  logLoss: number
  baselineLogLoss: number
  brier: number
  calibrationError: number
  alarms: number
  lastAlarm: number
  newcomer: boolean
  version: number
  dimension: number
  impressions: number
  accepted: number
  contest: Contest
}

export interface ModelCurve {
  count: number
  predicted: number
  observed: number
}

export interface ModelDetail {
  model: ModelBrief
  strongest: Array<ModelFeature>
  number: number
  calibration: string
  curve: Array<ModelCurve>
  history: Array<HistoryPoint>
  finer: Array<FinerModels>
}

export interface ModelFairGroup {
  group: string
  weighed: number
  chosen: number
  explored: number
  reached?: number
  overstated?: number
}

export interface ModelFairness {
  action: string
  name: string
  by: string
  groups: Array<ModelFairGroup>
  ratio: number
  alert: boolean
}

export interface ModelFeature {
  predictor: string
  predictorName: string
  value: string
  valueName: string
  weight: number
  deviation: number
  share: number
}

export interface ModelList {
  number: number
  decisions: number
  awaited: number
  features: number
  models: Array<ModelBrief>
  history: Array<HistoryPoint>
  fairness: Array<ModelFairness>
}

export interface OutboundBegin {
  channel: string
  placement: string
  segment?: string
  dryRun?: boolean
}

export interface OutboundBegun {
  run: string
}

export interface OutboundRun {
  id: string
  channel: string
  placement: string
  segment?: string
  dryRun: boolean
  state: unknown
  begun: string
  ended?: string
  shards: Array<number>
  people: number
  proposed: number
  queued: number
  silent: number
  failed: number
  winners: Record<string, number>
  peoplePerSecond: number
}

export interface OutboundRuns {
  runs: Array<OutboundRun>
}

export interface OwnChannel {
  id: string
  name: string
  consent?: string
}

export interface OwnChoices {
  channels: Array<OwnChannel>
  purposes: Array<OwnPurpose>
  journeys: Array<OwnJourney>
  experiments: string
}

export interface OwnJourney {
  id: string
  name: string
  purpose: string
  description: string
  beginning: string
}

export interface OwnLink {
  path: string
  expires: string
}

export interface OwnPurpose {
  id: string
  name: string
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
  attributeNames: Record<string, string>
  segments: Array<PersonSegment>
  consents: Array<PersonConsent>
  objections: Array<PersonObjection>
  limits: PersonLimits
  purposes: Array<PersonPurpose>
  journeys: Array<PersonJourney>
  questions: Array<PersonQuestion>
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
  channelName?: string
}

export interface PersonConsent {
  subject: string
  name: string
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
  purpose: string
  version: number
  stage: string
  stageName: string
  step: string
  stepName: string
  stepDescription: string
  state: string
  ending?: string
  reason?: string
  heldUntil?: string
  begunAt: string
  enteredAt: string
  waits: Array<PersonWait>
  stages: Array<PersonStage>
  onward: Array<WaysOnward>
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
  name: string
  at: string
}

export interface PersonPurpose {
  id: string
  text: string
  source: string
  at: string
  open: boolean
}

export interface PersonQuestion {
  effect: string
  question: string
  text: string
  kind: string
  choices: Array<string>
  channel: string
  askedAt: string
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

export interface PersonSegment {
  id: string
  name: string
}

export interface PersonStage {
  id: string
  name: string
}

export interface PersonWait {
  for: string
  until?: string
}

export interface PersonaRouteAlike {
  alike?: number
  looked: number
  people: number
  few: boolean
  problem?: string
}

export interface Place {
  instance: string
  journey: string
  stage: string
  step: string
  state: string
}

export interface PlacedPlaced {
  items: Array<PlacedPlacedItem>
}

export interface PlacedPlacedItem {
  decision: string
  at: string
  channel: string
  seen: boolean
  journey?: string
  item: DecisionViewItem
}

export interface PublisherVersion {
  version: number
  at: string
  by: string
  digest: string
}

export interface ReadingPage {
  decisions: Array<ReadingSummary>
}

export interface ReadingReplay {
  same: boolean
  recorded: string
  again: string
  edition: number
  runningEdition: number
  blueprint: number
}

export interface ReadingSummary {
  id: string
  at: string
  channel: string
  channelName: string
  placements: Array<string>
  actions: Array<string>
  names: Array<string>
  queued: boolean
  silence?: string
}

export interface ReadingWhyNot {
  action: string
  name: string
  verdict: string
  stage?: string
  component?: string
  sentence: string
  owner?: string
  place?: number
  score?: number
  winner?: string
  counterfactuals: Array<DecisionViewChange>
}

export interface RuleChecked {
  good: boolean
  mistakes: Array<RuleMistake>
  value?: unknown
}

export interface RuleMistake {
  offset: number
  what: string
  remedy: string
}

export interface RuleRule {
  text: string
  gives: string
  person?: string
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
  now: string
  caughtUp: boolean
  blueprint?: RunRunning
}

export interface Scorecard {
  logLoss: number
  brier: number
  auc: number
  calibrationError: number
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

export interface SnapshotModel {
  action: string
  group: string
  version: number
  kind: string
  newcomer: boolean
  responses: number
  positives: number
  refusals: number
  logLoss: number
  calibrationError: number
  contest: Contest
  weights: Array<SnapshotWeight>
}

export interface SnapshotSnapshot {
  number: number
  decisions: number
  predictors: Array<string>
  models: Array<SnapshotModel>
}

export interface SnapshotWeight {
  predictor: string
  value: string
  weight: number
  deviation: number
  average: number
}

export interface SwitchPart {
  kind: string
  id: string
  name: string
  since: string
  by: string
}

export interface SwitchStopped {
  everything: boolean
  channels: Array<string>
  actions: Array<string>
  journeys: Array<string>
  stopped: Array<SwitchPart>
}

export interface SwitchSwitch {
  kind?: string
  id?: string
}

export interface SwitchSwitches {
  everything: boolean
  channels?: Array<string>
  actions?: Array<string>
  journeys?: Array<string>
}

export interface TaskTask {
  task: string
  person: string
  personName?: string
  queue: string
  team?: string
  journey?: string
  journeyName?: string
  step?: string
  stepName?: string
  channel: string
  queuedAt: string
  dueAt?: string
  wentOn: boolean
  outcomes: Array<string>
}

export interface TaskTasks {
  tasks: Array<TaskTask>
}

export interface TrialBegin {
  draft?: string
  files?: Record<string, string>
  channel: string
  placements: Array<string>
  people?: number
}

export interface TrialBoth {
  now: DecisionView
  then: DecisionView
}

export interface TrialFound {
  trial: TrialTrial
  result: TrialViewResult
}

export interface TrialMoved {
  gain: Array<TrialMover>
  lose: Array<TrialMover>
}

export interface TrialMover {
  person: string
  now: Array<string>
  then: Array<string>
  valueNow: number
  valueThen: number
}

export interface TrialTrial {
  id: string
  draft?: string
  channel: string
  placements: Array<string>
  everyone: boolean
  state: string
  begun: string
  ended?: string
  people: number
  of: number
  seconds: number
  peoplePerSecond: number
}

export interface TrialTrials {
  trials: Array<TrialTrial>
  underWayMax: number
}

export interface TrialViewDrops {
  component: string
  stage: string
  sentence: string
  owner: string
  now: number
  then: number
  peopleNow: number
  peopleThen: number
}

export interface TrialViewFairAction {
  action: string
  name: string
  ratioNow: number
  ratioThen: number
  alertNow: boolean
  alertThen: boolean
  shares: Array<TrialViewShare>
}

export interface TrialViewFairness {
  by: string
  groups: Array<TrialViewGroup>
  actions: Array<TrialViewFairAction>
}

export interface TrialViewGroup {
  group: string
  shift: TrialViewShift
}

export interface TrialViewMove {
  from?: string
  fromName?: string
  to?: string
  toName?: string
  people: number
}

export interface TrialViewResult {
  people: number
  changed: number
  gain: number
  lose: number
  silentNow: number
  silentThen: number
  personValueNow: number
  personValueThen: number
  organisationValueNow: number
  organisationValueThen: number
  winners: Array<TrialViewWinner>
  moves: Array<TrialViewMove>
  candidatesNow: number
  candidatesThen: number
  funnel: Array<TrialViewStage>
  drops: Array<TrialViewDrops>
  volumes: Array<TrialViewVolume>
  groupsAreTold: boolean
  segments: Array<TrialViewSegment>
  fairness: Array<TrialViewFairness>
  seconds: number
}

export interface TrialViewSegment {
  id: string
  name: string
  shift: TrialViewShift
}

export interface TrialViewShare {
  group: string
  now: number
  then: number
}

export interface TrialViewShift {
  people: number
  changed: number
  gain: number
  lose: number
  silentNow: number
  silentThen: number
  valueNow: number
  valueThen: number
}

export interface TrialViewStage {
  stage: string
  droppedNow: number
  droppedThen: number
  peopleNow: number
  peopleThen: number
}

export interface TrialViewUse {
  units: number
  left: number
  taken: number
  people: number
}

export interface TrialViewVolume {
  id: string
  sentence: string
  owner: string
  per: string
  now?: TrialViewUse
  then?: TrialViewUse
}

export interface TrialViewWinner {
  action: string
  name: string
  now: number
  then: number
}

export interface Truth {
  decisions: number
  share?: number
  chanceShare?: number
  regret: number
  days: Array<TruthDay>
  arms: Array<TruthArmTruth>
}

export interface TruthArmTruth {
  arm: string
  decisions: number
  share: number
}

export interface TruthDay {
  day: string
  decisions: number
  share: number
  chanceShare: number
  regret: number
  regretSum: number
}

export interface TryTry {
  files?: Record<string, string>
  channel: string
  placements: Array<string>
  people?: number
}

export interface VolumeVolume {
  id: string
  sentence: string
  owner: string
  units: number
  taken: number
  waiting: number
  left: number
  from: string
  resetsAt: string
}

export interface VolumeVolumes {
  at: string
  volumes: Array<VolumeVolume>
}

export interface WaysOnward {
  step: string
  name: string
  label?: string
  kind: string
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
  edited?: boolean
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
  sections: Array<MapSummarySection>
}

export interface WorkshopWay {
  from: string
  to: string
  trigger: string
  on: string
}
