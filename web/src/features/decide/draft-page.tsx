import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { formatMoment } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { DraftDiff } from './draft-diff'
import { DraftEditor } from './draft-editor'
import { DraftTrial } from './draft-trial'
import { actorInWords, DRAFT_STATES, stateInWords } from './draft-words'
import { useDraft, useMoveDraft, type Move } from './drafts-api'
import { DraftForms } from './forms/draft-forms'
import type { DraftView } from '~/lib/api-schemas'
import css from './draft-page.module.css'

const VIEWS = ['forms', 'edit', 'difference', 'trial', 'history'] as const
type View = (typeof VIEWS)[number]

/** One change to what runs: its files, what they change, what that would do, and who said so. */
export default function DraftPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const draft = useDraft(id)
  if (draft.isPending) {
    return (
      <Page title={t('decide.drafts.title')} wide>
        <Loading rows={8} />
      </Page>
    )
  }
  if (draft.isLoadingError) return <Failed error={draft.error} again={() => void draft.refetch()} />
  return <Shown draft={draft.data} />
}

function Shown({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const view = VIEWS.find((each) => each === query.get('view')) ?? 'forms'
  return (
    <Page title={draft.title} wide>
      <header className={css.head}>
        <Link href="/decide/drafts" className={css.back}>
          <Icon name="back" size={16} />
          {t('decide.rooms.drafts')}
        </Link>
        <h1>{draft.title}</h1>
        <States state={draft.state} />
        <Moves draft={draft} />
      </header>
      <div className={css.views}>
        <Choice<View>
          quiet
          label={t('decide.drafts.view')}
          value={view}
          onChange={(next) =>
            setQuery(
              (before) => {
                const query = new URLSearchParams(before)
                query.set('view', next)
                return query
              },
              { replace: true },
            )
          }
          options={VIEWS.map((value) => ({ value, label: t(`decide.drafts.views.${value}`) }))}
        />
        <p data-wrong={draft.problems.length > 0} role="status">
          {draft.problems.length > 0
            ? t('decide.drafts.mistakes', { count: draft.problems.length })
            : draft.changes.length === 0
              ? t('decide.drafts.nothingChanged', { number: draft.running })
              : t('decide.drafts.changes', { count: draft.changes.length, number: draft.running })}
        </p>
      </div>
      {view === 'forms' && <DraftForms draft={draft} />}
      {view === 'edit' && <DraftEditor draft={draft} />}
      {view === 'difference' && <DraftDiff draft={draft} />}
      {view === 'trial' && <DraftTrial draft={draft} />}
      {view === 'history' && (
        <ol className={css.history}>
          {draft.steps.map((step) => (
            <li key={step.at + step.state}>
              <b>{stateInWords(step.state, t)}</b>
              <span>
                {actorInWords(step.by, t)} · {formatMoment(step.at, i18n.language)}
              </span>
              {step.note && <q>{step.note}</q>}
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}

function States({ state }: { state: string }) {
  const { t } = useTranslation()
  const way = DRAFT_STATES.filter((each) => each !== 'discarded')
  const here = way.findIndex((each) => each === state)
  if (here < 0) return <p className={css.gone}>{stateInWords(state, t)}</p>
  return (
    <ol className={css.states}>
      {way.map((each, at) => (
        <li
          key={each}
          aria-current={at === here ? 'step' : undefined}
          data-place={at < here ? 'behind' : at === here ? 'here' : 'ahead'}
        >
          {stateInWords(each, t)}
        </li>
      ))}
    </ol>
  )
}

const MOVES: Record<string, readonly Move[]> = {
  draft: ['submit', 'discard'],
  inReview: ['approve', 'send-back', 'discard'],
  approved: ['publish', 'send-back'],
}

function Moves({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  const move = useMoveDraft(draft.id)
  const [sure, setSure] = useState<Move>()
  const words = (each: Move) =>
    each === 'send-back' ? t('decide.drafts.moves.sendBack') : t(`decide.drafts.moves.${each}`)
  const barred = (each: Move) =>
    each === 'approve'
      ? draft.problems.length > 0 || (draft.wrote && !draft.alone)
      : each === 'submit' && (draft.problems.length > 0 || draft.changes.length === 0)
  const make = (each: Move) => {
    if ((each === 'publish' || each === 'discard') && sure !== each) return setSure(each)
    setSure(undefined)
    move.mutate({ move: each, rev: draft.rev })
  }
  return (
    <div className={css.moves}>
      {(MOVES[draft.state] ?? []).map((each, at) => (
        <Button
          key={each}
          variant={at === 0 ? 'filled' : 'default'}
          disabled={barred(each)}
          loading={move.isPending && move.variables.move === each}
          onClick={() => make(each)}
        >
          {sure === each ? t('decide.drafts.sure', { move: words(each) }) : words(each)}
        </Button>
      ))}
      <p role="status">
        {move.isError
          ? move.error.message
          : draft.state === 'inReview' && draft.alone
            ? t('decide.drafts.alone')
            : draft.state === 'inReview' && draft.wrote
              ? t('decide.drafts.another')
              : draft.approvedBy
                ? t('decide.drafts.approvedBy', { name: actorInWords(draft.approvedBy, t) })
                : ''}
      </p>
    </div>
  )
}
