/** What a screen reader is told without the focus moving. */

type Listener = (message: string) => void
let listener: Listener | undefined

export function announce(message: string): void {
  listener?.(message)
}

/** The one live region of the page takes the messages. */
export function onAnnounce(next: Listener): () => void {
  listener = next
  return () => {
    if (listener === next) listener = undefined
  }
}
