import { useCallback, useEffect, useRef, useState } from 'react'

const QUIET_MILLIS = 700

/**
 * A text that is kept by itself: after a pause in typing, when the field is left, and when the page
 * is. What the server says meanwhile shows only where nothing of the writer's own waits.
 */
export function useKept(kept: string, keep: (text: string, leaving: boolean) => void) {
  const [text, setText] = useState(kept)
  const [sent, setSent] = useState(kept)
  const [known, setKnown] = useState(kept)
  if (known !== kept) {
    setKnown(kept)
    // A text put back to what it was, while what was sent in between is on its way, waits too.
    if (text === known && sent === known) {
      setText(kept)
      setSent(kept)
    }
  }
  const now = useRef({ text, sent, keep })
  useEffect(() => {
    now.current = { text, sent, keep }
  })
  const flush = useCallback((leaving = false) => {
    const { text, sent, keep } = now.current
    if (text === sent) return
    now.current = { ...now.current, sent: text }
    if (!leaving) setSent(text)
    keep(text, leaving)
  }, [])
  useEffect(() => {
    if (text === sent) return
    const timer = setTimeout(() => flush(), QUIET_MILLIS)
    return () => clearTimeout(timer)
  }, [text, sent, flush])
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
