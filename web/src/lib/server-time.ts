/**
 * The server's clock may run ahead of this browser's: in a demo a day passes in two minutes. Every
 * answer of the server says its time, and so do the counts of a feed.
 */
let ahead = 0
const listeners = new Set<() => void>()

export function noteServerTime(at: string | undefined): void {
  if (!at) return
  const further = Date.parse(at) - Date.now()
  if (further <= ahead) return
  ahead = further
  listeners.forEach((each) => each())
}

/** Called whenever the server's clock turns out to be further ahead. */
export function onServerTime(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const serverNow = () => Date.now() + ahead
