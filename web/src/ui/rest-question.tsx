import { useState } from 'react'
import { restUntil, RESTS, type Rest } from '~/lib/steering'
import { useNow } from '~/lib/use-now'
import { Choice } from './choice'
import { Question } from './question'

interface Props {
  /** As a person is asked on their own page, or a colleague for them. */
  words: {
    title: string
    hint?: string
    howLong: string
    days: (count: number) => string
    cancel: string
    rest: string
  }
  onClose: () => void
  /** What follows, told the end of the rest as an ISO time. */
  onRest: (until: string) => void
}

/** For how long a journey rests. */
export function RestQuestion({ words, onClose, onRest }: Props) {
  const now = useNow()
  const [days, setDays] = useState<Rest>('30')
  return (
    <Question
      label={words.title}
      cancel={words.cancel}
      answer={words.rest}
      onClose={onClose}
      onAnswer={() => onRest(restUntil(now, days))}
    >
      {words.hint && <p>{words.hint}</p>}
      <Choice
        label={words.howLong}
        value={days}
        onChange={setDays}
        options={RESTS.map((value) => ({ value, label: words.days(Number(value)) }))}
      />
    </Question>
  )
}
