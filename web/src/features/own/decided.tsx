import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingSummary } from '~/lib/api-schemas'
import { formatMoment } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { useMyDecision, useMyDecisions, useWish } from './api'
import css from './own.module.css'
import { Section, Wrong } from './section'

const SHOWN = 5

/** What was decided for me, each with its reasons and what would have changed it. */
export function Decided() {
  const { t } = useTranslation()
  const decisions = useMyDecisions()
  const [all, setAll] = useState(false)
  const known = decisions.data ?? []
  return (
    <Section id="decided" title={t('own.decided.title')}>
      {decisions.isPending ? (
        <Loading rows={3} />
      ) : decisions.isLoadingError ? (
        <Failed error={decisions.error} again={() => void decisions.refetch()} />
      ) : (
        known.length === 0 && <p className={css.quiet}>{t('own.decided.none')}</p>
      )}
      {known.slice(0, all ? undefined : SHOWN).map((each) => (
        <Decision key={each.id} decision={each} />
      ))}
      {!all && known.length > SHOWN && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('own.decided.more')}
        </Button>
      )}
    </Section>
  )
}

function Decision({ decision }: { decision: ReadingSummary }) {
  const { t, i18n } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <details className={css.decision} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <span>
          <b>{decision.names.length > 0 ? decision.names.join(', ') : t('own.decided.silence')}</b>
          <small>
            {decision.channelName} ·{' '}
            <time dateTime={decision.at}>{formatMoment(decision.at, i18n.language)}</time>
          </small>
        </span>
        <em>{t('own.decided.why')}</em>
      </summary>
      {opened && <Why id={decision.id} />}
    </details>
  )
}

function Why({ id }: { id: string }) {
  const { t } = useTranslation()
  const view = useMyDecision(id, true)
  if (view.isPending) return <Loading rows={3} />
  if (view.isLoadingError) return <Failed error={view.error} again={() => void view.refetch()} />
  const { items, silence, counterfactuals, armSentence } = view.data
  // A weight is the organisation's to change, not the person's.
  const changes = counterfactuals.filter((each) => each.kind !== 'lever')
  return (
    <div className={css.why}>
      {silence && <p>{silence.sentence}</p>}
      {items.map((item) => (
        <div key={item.action}>
          <h4>{item.name}</h4>
          {item.reasons.sentences.map((each) => (
            <p key={each}>{each}</p>
          ))}
          <Stop action={item.action} name={item.name} />
        </div>
      ))}
      {changes.length > 0 && (
        <>
          <h4>{t('own.decided.change')}</h4>
          <ul>
            {changes.map((each, at) => (
              <li key={at}>
                <b>{each.name}.</b> {each.sentence}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('own.decided.how')}</h4>
      <p>{armSentence}</p>
    </div>
  )
}

/** A no to one thing, for good. */
function Stop({ action, name }: { action: string; name: string }) {
  const { t } = useTranslation()
  const wish = useWish(t('own.saved'))
  if (wish.isSuccess) return <p className={css.quiet}>{t('own.decided.stopped', { name })}</p>
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={wish.isPending}
        onClick={() =>
          wish.mutate({ to: 'objections', says: { scope: 'action', subject: action } })
        }
      >
        {t('own.decided.stop', { name })}
      </Button>
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </>
  )
}
