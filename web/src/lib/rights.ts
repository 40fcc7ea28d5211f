import { createContext, useContext } from 'react'

/** What the reader may do here; what they may not is not offered. */
export interface Rights {
  /** See who people are, and their stories. */
  readPeople: boolean
}

const READS_PEOPLE = new Set(['helper', 'coach', 'dataProtectionOfficer', 'operator'])

export function rightsOf(roles: readonly string[]): Rights {
  return { readPeople: roles.some((role) => READS_PEOPLE.has(role)) }
}

const RightsContext = createContext<Rights>({ readPeople: false })
export const RightsProvider = RightsContext.Provider
export const useRights = () => useContext(RightsContext)
