import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedPlacedItem } from '~/lib/api-schemas'
import { useNow } from '~/lib/use-now'
import { useOffered, useReply } from './api'
import css from './own.module.css'
import { Section, Wrong } from './section'

const DAY_MILLIS = 86_400_000
const REST_DAYS = 30
const ANSWERS = ['accepted', 'notNow', 'no'] as const

/** What a journey put here for the person, with why, and three answers that are equally large. */
export function Offered() {
  const { t } = useTranslation()
  // A question stands among the questions.
  const offered = (useOffered().data ?? []).filter(({ item }) => !('question' in item.content))
  if (offered.length === 0) return null
  return (
    <Section id="offered" title={t('own.offered.title')} hint={t('own.offered.hint')}>
      {offered.map((each) => (
        <Offer key={`${each.decision} ${each.item.action}`} offer={each} />
      ))}
    </Section>
  )
}

function Offer({ offer: { item, seen } }: { offer: PlacedPlacedItem }) {
  const { t } = useTranslation()
  const now = useNow()
  const noted = t('own.saved')
  const reply = useReply(noted)
  const { mutate: tellShown } = useReply()
  const token = item.token
  useEffect(() => {
    if (token && !seen) tellShown({ token, kind: 'shown' })
  }, [token, seen, tellShown])
  const words = (name: string) => {
    const value: unknown = (item.content as Record<string, unknown>)[name]
    return typeof value === 'string' ? value : undefined
  }
  const answer = (kind: (typeof ANSWERS)[number]) => {
    if (!token) return
    const until = new Date(now + REST_DAYS * DAY_MILLIS).toISOString()
    reply.mutate({ token, kind, ...(kind === 'notNow' && { until }) })
  }
  return (
    <article className={css.asked}>
      <h3 className="serif">{words('title') ?? words('subject') ?? item.name}</h3>
      {words('body') && <p>{words('body')}</p>}
      {item.reasons.sentences.map((each) => (
        <p key={each} className={css.hint}>
          {each}
        </p>
      ))}
      <div className={css.answers} role="group" aria-label={item.name}>
        {ANSWERS.map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={reply.isPending}
            onClick={() => answer(kind)}
          >
            {t(`own.offered.${kind}`)}
          </Button>
        ))}
      </div>
      <Wrong error={reply.error} words={t('own.failed', { why: reply.error?.message })} />
    </article>
  )
}
