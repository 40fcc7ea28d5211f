import { useEffect, useRef, type ReactNode } from 'react'
import css from './modal.module.css'

interface Props {
  label: string
  onClose: () => void
  children: ReactNode
  /** Where it stands: high for a palette, the middle for a question. */
  place?: 'high' | 'middle'
}

/** A dialog of the browser's own: it holds the focus, gives it back, and closes by Escape. */
export function Modal({ label, onClose, children, place = 'middle' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`${css.modal} ${place === 'high' ? css.high : ''}`}
      aria-label={label}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={css.inside}>{children}</div>
    </dialog>
  )
}
