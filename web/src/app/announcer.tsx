import { useEffect, useState } from 'react'
import { onAnnounce } from '~/lib/announce'

/** The one place that speaks to screen readers without moving the focus. */
export function Announcer() {
  const [message, setMessage] = useState('')
  useEffect(() => onAnnounce(setMessage), [])
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  )
}
