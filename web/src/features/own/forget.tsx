import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonReceipt } from '~/lib/api-schemas'
import { formatMoment } from '~/lib/format'
import { Empty } from '~/ui/faces'
import { Question } from '~/ui/question'
import { useForget } from './api'
import { Section, Wrong } from './section'

/** The last way out: everything goes, after one question. */
export function Forget({ onForgotten }: { onForgotten: (receipt: PersonReceipt) => void }) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const forget = useForget()
  return (
    <Section id="forget" title={t('own.forget.title')} hint={t('own.forget.hint')}>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t('own.forget.ask')}
      </Button>
      {asks && (
        <Question
          label={t('own.forget.sure')}
          cancel={t('own.forget.keep')}
          answer={t('own.forget.now')}
          busy={forget.isPending}
          cautious
          onClose={() => setAsks(false)}
          onAnswer={() => forget.mutate(undefined, { onSuccess: onForgotten })}
        >
          <p>{t('own.forget.cannot')}</p>
          <Wrong error={forget.error} words={t('own.failed', { why: forget.error?.message })} />
        </Question>
      )}
    </Section>
  )
}

/** What the erasure did, told to whoever was just forgotten. */
export function Forgotten({ receipt }: { receipt: PersonReceipt }) {
  const { t, i18n } = useTranslation()
  const what = [
    t('own.forget.entries', { count: receipt.entries }),
    t('own.forget.journeys', { count: receipt.journeys }),
  ]
  const by = receipt.later.map((each) => each.by).sort()
  const last = by.at(-1)
  return (
    <Empty title={t('own.forget.done')}>
      <p>{t('own.forget.gone', { what: what.join(', ') })}</p>
      {last && <p>{t('own.forget.later', { when: formatMoment(last, i18n.language) })}</p>}
    </Empty>
  )
}
