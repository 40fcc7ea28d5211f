import type { Counts, Moved } from './api-types'
import { withQuery } from './http'
import { noteServerTime } from './server-time'

export type FeedState = 'connecting' | 'live' | 'lost'

export interface FeedListener {
  counts?: (counts: Counts) => void
  moved?: (moved: Moved) => void
  /** The server dropped something on the way: what was shown must be read again. */
  reset?: () => void
  state?: (state: FeedState) => void
}

/** Follows what happens on the server until the returned function is called. The browser reconnects. */
export function followFeed(
  about: { journey?: string; person?: string },
  listener: FeedListener,
): () => void {
  const source = new EventSource(withQuery('/v1/feed', about))
  let opened = false
  listener.state?.('connecting')
  source.onopen = () => {
    // What happened while the line was down is not sent again.
    if (opened) listener.reset?.()
    opened = true
    listener.state?.('live')
  }
  source.onerror = () => listener.state?.('lost')
  const on = <T>(name: string, handle: ((value: T) => void) | undefined) => {
    if (!handle) return
    source.addEventListener(name, (event) =>
      handle(JSON.parse((event as MessageEvent<string>).data) as T),
    )
  }
  on<Counts>('counts', (counts) => {
    noteServerTime(counts.at)
    listener.counts?.(counts)
  })
  on<Moved>('moved', listener.moved)
  on<unknown>('reset', () => listener.reset?.())
  return () => source.close()
}
