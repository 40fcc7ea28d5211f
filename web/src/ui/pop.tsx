import { useId, type ReactNode } from 'react'
import css from './pop.module.css'

/** A button of the bar that opens a small panel below it; the browser closes it by Escape or a click. */
export function Pop({
  label,
  face,
  onOpen,
  children,
}: {
  label: string
  face: ReactNode
  /** Called each time it opens. */
  onOpen?: () => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={css.button}
        popoverTarget={id}
        aria-label={label}
        title={label}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        className={css.panel}
        onToggle={(event) => event.newState === 'open' && onOpen?.()}
      >
        {children}
      </div>
    </>
  )
}
