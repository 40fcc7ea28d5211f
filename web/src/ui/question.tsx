import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Modal } from './modal'
import css from './question.module.css'

interface Props {
  /** What the dialog is called. */
  label: string
  /** The heading, where it says more than the label. */
  title?: string
  /** The words on the two buttons. */
  cancel: string
  answer: string
  /** Whether the answer is under way. */
  busy?: boolean
  /** Whether to leave is what has the focus: the answer cannot be taken back. */
  cautious?: boolean
  onClose: () => void
  onAnswer: () => void
  children: ReactNode
}

/** A question in a dialog, to be answered or left. */
export function Question({
  label,
  title = label,
  cancel,
  answer,
  busy = false,
  cautious = false,
  onClose,
  onAnswer,
  children,
}: Props) {
  return (
    <Modal label={label} onClose={onClose}>
      <form
        className={css.question}
        onSubmit={(event) => {
          event.preventDefault()
          onAnswer()
        }}
      >
        <h2>{title}</h2>
        {children}
        <div className={css.buttons}>
          <Button autoFocus={cautious} variant="default" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {answer}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
