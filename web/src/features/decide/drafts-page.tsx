import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { formatAgo, formatMoment } from '~/lib/format'
import { useNow } from '~/lib/use-now'
import { Empty, Failed, Loading } from '~/ui/faces'
import { useBeginDraft, useDrafts, useRestore, useVersions } from './drafts-api'
import { actorInWords, stateInWords } from './draft-words'
import css from './drafts-page.module.css'
import { Room } from './rooms'
import rules from './rules.module.css'

/** Changes on their way: begun from what runs, tried, looked at by another, live, and back again. */
export default function DraftsPage() {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const drafts = useDrafts()
  return (
    <Room title={t('decide.drafts.title')} lead={t('decide.drafts.lead')}>
      <Begin />
      {drafts.isPending ? (
        <Loading rows={5} />
      ) : drafts.isLoadingError ? (
        <Failed error={drafts.error} again={() => void drafts.refetch()} />
      ) : drafts.data.length === 0 ? (
        <Empty title={t('decide.drafts.emptyTitle')}>
          <p>{t('decide.drafts.emptyWords')}</p>
        </Empty>
      ) : (
        <ul className={css.list}>
          {drafts.data.map((draft) => (
            <li key={draft.id}>
              <Link href={`/decide/drafts/${encodeURIComponent(draft.id)}`}>
                <b>{draft.title}</b>
                <span data-state={draft.state}>{stateInWords(draft.state, t)}</span>
                <small>
                  {actorInWords(draft.createdBy, t)} ·{' '}
                  {formatAgo(draft.changedAt, now, i18n.language)}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Versions />
    </Room>
  )
}

function Begin() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const begin = useBeginDraft()
  const [title, setTitle] = useState('')
  return (
    <form
      className={css.begin}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() === '') return
        begin.mutate(title, {
          onSuccess: (draft) => go(`/decide/drafts/${encodeURIComponent(draft.id)}`),
        })
      }}
    >
      <TextInput
        label={t('decide.drafts.what')}
        placeholder={t('decide.drafts.whatHint')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={200}
      />
      <Button type="submit" loading={begin.isPending} disabled={title.trim() === ''}>
        {t('decide.drafts.begin')}
      </Button>
      {begin.isError && <p role="alert">{begin.error.message}</p>}
    </form>
  )
}

function Versions() {
  const { t, i18n } = useTranslation()
  const versions = useVersions().data
  const restore = useRestore()
  const [asked, setAsked] = useState<number>()
  if (!versions || versions.length === 0) return null
  return (
    <section className={rules.part}>
      <h2 className="serif">{t('decide.drafts.versions')}</h2>
      <p className={rules.hint}>{t('decide.drafts.versionsHint')}</p>
      <ul className={css.versions}>
        {versions.map((version, at) => (
          <li key={version.version}>
            <b>{t('decide.drafts.version', { number: version.version })}</b>
            <span>
              {formatMoment(version.at, i18n.language)} · {actorInWords(version.by, t)}
            </span>
            {at === 0 ? (
              <em>{t('decide.drafts.runsNow')}</em>
            ) : asked === version.version ? (
              <Button
                size="compact-sm"
                loading={restore.isPending}
                onClick={() =>
                  restore.mutate(version.version, { onSettled: () => setAsked(undefined) })
                }
              >
                {t('decide.drafts.restoreSure')}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setAsked(version.version)}
                aria-label={t('decide.drafts.restoreOf', { number: version.version })}
              >
                {t('decide.drafts.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {restore.isError && <p role="alert">{restore.error.message}</p>}
    </section>
  )
}
