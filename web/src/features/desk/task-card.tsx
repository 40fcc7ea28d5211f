import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { announce } from '~/lib/announce'
import { formatAgo, formatMoment } from '~/lib/format'
import { useFocusPassed } from '~/lib/use-focus-passed'
import { useNow } from '~/lib/use-now'
import { Face } from '~/ui/face'
import { useSettle, type Task } from './api'
import css from './desk-page.module.css'

const OUTCOME_MAX = 500

/** Journeys name outcomes in the middle of a sentence; a button begins one. */
const inSentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** One person who waits; every outcome is one press. */
export function TaskCard({ task }: { task: Task }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const settle = useSettle(task)
  const name = task.personName ?? t('people.unnamed')
  const late = task.dueAt !== undefined && Date.parse(task.dueAt) < now
  const { passing, pressed } = useFocusPassed<HTMLLIElement>()
  const say = (outcome: string) => {
    pressed()
    settle.mutate(outcome, { onSuccess: () => announce(t('desk.settled', { name, outcome })) })
  }
  return (
    <li {...passing} className={css.task} data-late={late}>
      <Face name={task.personName} id={task.person} size={40} />
      <div className={css.who}>
        <Link href={`/people/${encodeURIComponent(task.person)}`}>{name}</Link>
        <p>
          {task.stepName ?? task.queue}
          {task.journeyName && <span> · {task.journeyName}</span>}
        </p>
        <p className={css.when}>
          <time dateTime={task.queuedAt} title={formatMoment(task.queuedAt, i18n.language)}>
            {t('desk.waits', { when: formatAgo(task.queuedAt, now, i18n.language) })}
          </time>
          {task.dueAt && (
            <b title={formatMoment(task.dueAt, i18n.language)}>
              {t(late ? 'desk.late' : 'desk.due', {
                when: formatAgo(task.dueAt, now, i18n.language),
              })}
            </b>
          )}
        </p>
      </div>
      <div className={css.outcomes} role="group" aria-label={t('desk.came', { name })}>
        {task.outcomes.map((outcome) => (
          <Button
            key={outcome}
            variant="default"
            disabled={settle.isPending}
            onClick={() => say(outcome)}
          >
            {inSentenceCase(outcome)}
          </Button>
        ))}
        {task.outcomes.length === 0 && <OwnWords settled={say} pending={settle.isPending} />}
        {settle.isError && (
          <p role="alert" className={css.wrong}>
            {settle.error.message}
          </p>
        )}
      </div>
    </li>
  )
}

/** Where a journey foresees no outcomes, the colleague's own words are one. */
function OwnWords({ settled, pending }: { settled: (words: string) => void; pending: boolean }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  return (
    <form
      className={css.words}
      onSubmit={(event) => {
        event.preventDefault()
        settled(words.trim())
      }}
    >
      <TextInput
        label={t('desk.outcome')}
        value={words}
        maxLength={OUTCOME_MAX}
        required
        withAsterisk={false}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={pending}>
        {t('desk.done')}
      </Button>
    </form>
  )
}
