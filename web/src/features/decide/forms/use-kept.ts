import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { useForms } from './context'

const QUIET_MILLIS = 700

/** What was sent, where the server did not take it. */
const UNSENT = undefined

/**
 * A text that is kept by itself: after a pause in typing, when the field is left, and when the page
 * is. What the server says meanwhile shows only where nothing of the writer's own waits, and what
 * it did not take stays in the field and is sent again with the next of these.
 *
 * @param tidy makes texts that mean the same equal
 */
export function useKept(
  kept: string,
  keep: (text: string, leaving: boolean) => KeptOrNothing,
  tidy: (text: string) => string = (text) => text,
) {
  const { unkept } = useForms()
  const field = useId()
  const [text, setText] = useState(kept)
  const [sent, setSent] = useState<string | undefined>(kept)
  const [known, setKnown] = useState(kept)
  if (known !== kept) {
    setKnown(kept)
    // A text put back to what it was, while what was sent in between is on its way, waits too.
    const before = tidy(known)
    if (tidy(text) === before && sent !== UNSENT && tidy(sent) === before) {
      setText(kept)
      setSent(kept)
    }
  }
  const now = useRef<Now>({ text, sent, keep, again: false })
  useEffect(() => {
    now.current = { ...now.current, text, sent, keep }
  })
  const flush = useCallback((leaving = false) => send(now, setSent, leaving), [])
  useEffect(() => {
    const timer = setTimeout(() => flush(), QUIET_MILLIS)
    return () => clearTimeout(timer)
  }, [text, flush])
  const isUnsent = sent === UNSENT
  useEffect(() => {
    unkept(field, isUnsent)
    return () => unkept(field, false)
  }, [unkept, field, isUnsent])
  useEffect(() => {
    const leave = () => flush(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      flush()
    }
  }, [flush])
  return { text, setText, flush }
}

/** Whether a text was kept; nothing where there was nothing to keep. */
type KeptOrNothing = Promise<boolean> | undefined

interface Now {
  text: string
  sent: string | undefined
  keep: (text: string, leaving: boolean) => KeptOrNothing
  /** Whether the text was to be sent while it was on its way. */
  again: boolean
}

/** Sends a text that waits, and once more where that was asked for before it turned out not kept. */
export function send(
  now: { current: Now },
  setSent: (sent: string | undefined) => void,
  leaving: boolean,
) {
  const { text, sent, keep } = now.current
  if (text === sent) {
    now.current = { ...now.current, again: true }
    return
  }
  now.current = { ...now.current, sent: text, again: false }
  if (!leaving) setSent(text)
  void keep(text, leaving)?.then((isKept) => {
    if (isKept || now.current.sent !== text) return
    const { again } = now.current
    now.current = { ...now.current, sent: UNSENT }
    setSent(UNSENT)
    if (again) send(now, setSent, false)
  })
}
