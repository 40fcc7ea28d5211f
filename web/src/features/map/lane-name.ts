import i18next from 'i18next'
import { say, type Element } from './wire'

/** The names the server gives lanes by their role; most maps keep them. */
const STANDARD: Readonly<Record<string, string>> = {
  doing: 'Doing',
  thinking: 'Thinking',
  feeling: 'Feeling',
  functionalNeeds: 'Needs: what has to work',
  emotionalNeeds: 'Needs: how it should feel',
  channel: 'Channels and touchpoints',
  onStagePeople: 'On stage: people',
  onStageThings: 'On stage: things',
  backStagePeople: 'Back stage: people',
  backStageThings: 'Back stage: things',
  staffFeeling: 'Staff: feeling and effort',
  team: 'Teams',
  impact: 'Impact',
  moments: 'Moments that matter',
  issues: 'Issues and opportunities',
  ideas: 'Ideas',
}

/** What a lane is called: as somebody named it, or else by its role in the reader's language. */
export function laneName(lane: Element): string {
  const name = say(lane, 'name')
  const role = say(lane, 'role')
  return name === STANDARD[role]
    ? i18next.t(`map.lanes.${role}`, { nsSeparator: false, defaultValue: name })
    : name
}
