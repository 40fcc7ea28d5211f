import { useRef, useState } from 'react'

/**
 * What is ticked of several. Ticks on their way show at once and count for the next, so that two in
 * quick succession both hold; once all are answered, it is what was kept.
 *
 * @param keep writes all that is ticked
 */
export function useTicks(
  kept: readonly string[],
  keep: (ticked: readonly string[]) => Promise<unknown>,
) {
  const [mine, setMine] = useState<readonly string[]>()
  const latest = useRef<readonly string[]>(undefined)
  const underWay = useRef(0)
  const toggle = async (value: string) => {
    const before = latest.current ?? kept
    const next = before.includes(value)
      ? before.filter((each) => each !== value)
      : [...before, value]
    latest.current = next
    setMine(next)
    underWay.current += 1
    await keep(next)
    underWay.current -= 1
    if (underWay.current > 0) return
    latest.current = undefined
    setMine(undefined)
  }
  return { ticked: mine ?? kept, toggle }
}
