import { useEffect, useState } from 'react'
import { useHere } from './ui-store'

const TICK_MILLIS = 500
const pad = (value: number) => String(value).padStart(2, '0')

/** Minutes and seconds to an instant by the clock of the server, told anew as they pass. */
export function useCountdown(ends: string): string | undefined {
  const { store } = useHere()
  const [, tick] = useState(0)
  useEffect(() => {
    if (!ends) return
    const timer = setInterval(() => tick((count) => count + 1), TICK_MILLIS)
    return () => clearInterval(timer)
  }, [ends])
  if (!ends) return undefined
  const left = Math.max(0, Math.ceil((Date.parse(ends) - store.now()) / 1000))
  return `${Math.floor(left / 60)}:${pad(left % 60)}`
}
