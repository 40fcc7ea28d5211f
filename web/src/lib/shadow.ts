/**
 * Whether a journey only watches, for a map that is tried out. It says nothing to anybody, so the
 * person it follows is not shown a second way that leads nowhere.
 */
export const isShadow = (journey: string) => journey.endsWith('-shadow')
