import { Button, TextInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { useFocusPassed } from '~/lib/use-focus-passed'
import { useWish } from './api'
import css from './own.module.css'
import { Section, Wrong } from './section'

type Question = Person['questions'][number]
type Answer = string | number | boolean

const FEELINGS = [
  ['worst', -2],
  ['bad', -1],
  ['neither', 0],
  ['good', 1],
  ['best', 2],
] as const
const EFFORTS = [1, 2, 3, 4, 5, 6, 7]
const ANSWER_MAX = 500

export function Questions({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation()
  return (
    <Section id="questions" title={t('own.questions.title')} hint={t('own.questions.hint')}>
      {questions.map((question) => (
        <Asked key={question.effect} question={question} />
      ))}
    </Section>
  )
}

/** One question; what can be chosen is answered by one press. */
function Asked({ question }: { question: Question }) {
  const { t } = useTranslation()
  const wish = useWish(t('own.saved'))
  const { passing, pressed } = useFocusPassed<HTMLDivElement>()
  const answer = (value: Answer) => {
    pressed()
    wish.mutate({
      to: 'answers',
      says: { question: question.question, effect: question.effect, answer: value },
    })
  }
  const options = optionsOf(question, t)
  return (
    <div {...passing} className={css.asked} role="group" aria-label={question.text}>
      <p className="serif">{question.text}</p>
      {question.kind === 'effort' && <p className={css.hint}>{t('own.questions.effort')}</p>}
      {options ? (
        <div className={css.answers}>
          {options.map(([label, value]) => (
            <Button
              key={label}
              variant="default"
              disabled={wish.isPending}
              onClick={() => answer(value)}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : (
        <Words number={question.kind === 'number'} label={question.text} answer={answer} />
      )}
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </div>
  )
}

function optionsOf(question: Question, t: TFunction): (readonly [string, Answer])[] | undefined {
  switch (question.kind) {
    case 'choice':
      return question.choices.map((each) => [each, each] as const)
    case 'yes_no':
      return [
        [t('own.questions.yes'), true],
        [t('own.questions.no'), false],
      ]
    case 'feeling':
      return FEELINGS.map(([word, value]) => [t(`own.questions.feelings.${word}`), value] as const)
    case 'effort':
      return EFFORTS.map((each) => [String(each), each] as const)
    default:
      return undefined
  }
}

function Words({
  number,
  label,
  answer,
}: {
  number: boolean
  label: string
  answer: (value: Answer) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  return (
    <form
      className={css.answers}
      onSubmit={(event) => {
        event.preventDefault()
        answer(number ? Number(text) : text.trim())
      }}
    >
      <TextInput
        type={number ? 'number' : 'text'}
        step="any"
        label={label}
        classNames={{ label: 'visually-hidden' }}
        value={text}
        maxLength={ANSWER_MAX}
        required
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">{t('own.questions.send')}</Button>
    </form>
  )
}
