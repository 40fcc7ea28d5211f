import { createContext, useContext } from 'react'

/** What the reader may do here; what they may not is not offered. */
export interface Rights {
  /** See who people are, and their stories. */
  readPeople: boolean
  /** See who waits for a colleague, and say what came of it. */
  settleTasks: boolean
  /** Read what people report as harm. */
  readHarm: boolean
  /** Stop what runs and let it run again. */
  throwSwitches: boolean
}

const READS_PEOPLE = new Set(['helper', 'coach', 'dataProtectionOfficer', 'operator'])

const SETTLES_TASKS = new Set(['helper', 'coach', 'operator'])

const READS_HARM = new Set(['analyst', 'designer', 'approver', 'dataProtectionOfficer', 'operator'])

const THROWS_SWITCHES = new Set(['approver', 'operator'])

export function rightsOf(roles: readonly string[]): Rights {
  return {
    readPeople: roles.some((role) => READS_PEOPLE.has(role)),
    settleTasks: roles.some((role) => SETTLES_TASKS.has(role)),
    readHarm: roles.some((role) => READS_HARM.has(role)),
    throwSwitches: roles.some((role) => THROWS_SWITCHES.has(role)),
  }
}

const RightsContext = createContext<Rights>(rightsOf([]))
export const RightsProvider = RightsContext.Provider
export const useRights = () => useContext(RightsContext)
