import { useLayoutEffect, useRef, useState } from 'react'

/**
 * A text that is being typed: what others write shows while nobody types here, and never replaces
 * what is typed. It is kept when the field is left, taken away, or its page is; `from` is what it
 * began from, as it was then.
 */
export function useTyped<From>(
  shown: string,
  from: From,
  keep: (typed: string, from: From) => void,
) {
  const [draft, setDraft] = useState<{ from: From; typed: string }>()
  const waiting = useRef(draft)
  const begin = (next: { from: From; typed: string }) => {
    waiting.current = next
    setDraft(next)
  }
  const done = () => {
    const last = waiting.current
    waiting.current = undefined
    setDraft(undefined)
    if (last) keep(last.typed, last.from)
  }
  const latest = useRef(done)
  useLayoutEffect(() => {
    latest.current = done
  })
  useLayoutEffect(() => {
    const leave = () => latest.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return {
    value: draft?.typed ?? shown,
    onFocus: () => begin({ from, typed: shown }),
    onChange: (event: { target: { value: string } }) =>
      begin({ from: draft ? draft.from : from, typed: event.target.value }),
    onBlur: done,
  }
}
