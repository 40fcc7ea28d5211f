import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { announce } from '~/lib/announce'
import { formatMoment } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { restore, useAt, useDiff, useRevisions } from './history-api'
import css from './history-page.module.css'
import { Change, useLabel } from './history-words'
import { MapTable } from './map-table'
import { read } from './reading'
import { Doc } from './replica'
import { useBoard, useHere } from './ui-store'

/** The map as it was: a slider over everything that was done, what differs from now, and the way back. */
export default function HistoryPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <History />
    </BoardFrame>
  )
}

function History() {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const [, go] = useLocation()
  const label = useLabel()
  const title = useBoard(titleOf)
  const leads = useBoard(({ role }) => role === 'facilitator')
  const joined = useBoard((view) => view.joined)
  const head = useBoard((view) => view.rev)
  const [chosen, setChosen] = useState<number>()
  const rev = useDeferredValue(chosen ?? head)
  const revisions = useRevisions(store.id, head, rev)
  const diff = useDiff(store.id, rev, head)
  const bringBack = useMutation({ mutationFn: (to: number) => restore(store.id, to) })
  if (!joined) return <Loading rows={6} />
  const here = revisions.data?.revisions.find((each) => each.rev === rev)
  const stay = (next: number) => setChosen(Math.max(0, Math.min(head, next)))
  return (
    <Page title={`${t('map.history.title')}: ${title}`} wide>
      <header className={css.head}>
        <Link href={`/maps/${store.id}`}>
          <Icon name="back" size={16} /> {title}
        </Link>
        <h1>{t('map.history.title')}</h1>
      </header>
      <div className={css.slider}>
        <button
          type="button"
          aria-label={t('map.history.earlier')}
          onClick={() => stay((chosen ?? head) - 1)}
        >
          <Icon name="back" />
        </button>
        <input
          type="range"
          min={0}
          max={head}
          value={chosen ?? head}
          aria-label={t('map.history.slider')}
          aria-valuetext={t('map.history.at', { rev: chosen ?? head, of: head })}
          onChange={(event) => stay(Number(event.target.value))}
        />
        <button
          type="button"
          aria-label={t('map.history.later')}
          onClick={() => stay((chosen ?? head) + 1)}
        >
          <Icon name="arrow" />
        </button>
        <p role="status">
          <strong>{t('map.history.at', { rev, of: head })}</strong>
          {here && `, ${formatMoment(here.at, i18n.language)}`}
          {here?.label && `: ${label(here.label)}`}
        </p>
        {leads && (
          <Button
            disabled={rev === head}
            loading={bringBack.isPending}
            onClick={() =>
              bringBack.mutate(rev, {
                onSuccess: () => {
                  announce(t('map.history.restored', { rev }))
                  go(`/maps/${store.id}`)
                },
              })
            }
          >
            {t('map.history.restore')}
          </Button>
        )}
        {bringBack.isError && <p role="alert">{bringBack.error.message}</p>}
      </div>
      <div className={css.two}>
        <section>
          <h2>{t('map.history.then')}</h2>
          <Then board={store.id} rev={rev} />
        </section>
        <section aria-labelledby="differs">
          <h2 id="differs">{t('map.history.since')}</h2>
          {diff.data && (
            <>
              <p className={css.hint}>
                {diff.data.changes.length === 0
                  ? t('map.history.nothing')
                  : t('map.history.counts', {
                      added: diff.data.added,
                      removed: diff.data.removed,
                      changed: diff.data.changed,
                    })}
              </p>
              <ul className={css.changes}>
                {diff.data.changes.map((change, at) => (
                  <li key={change.element + (change.field ?? '') + at} data-change={change.change}>
                    <span>{t(`map.history.${change.change}`)}</span>
                    <Change change={change} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </Page>
  )
}

/** The whole map at a revision, small: stages, steps and the words under them. */
function Then({ board, rev }: { board: string; rev: number }) {
  const { t } = useTranslation()
  const then = useAt(board, rev)
  if (then.isError) return <Failed error={then.error} again={() => void then.refetch()} />
  if (!then.data) return <Loading rows={4} />
  const reading = read(Doc.of(then.data.snapshot.elements, then.data.snapshot.deleted))
  if (reading.columns.length === 0) return <p className={css.hint}>{t('map.history.bare')}</p>
  return (
    <div className={css.then} tabIndex={0} role="region" aria-label={t('map.history.then')}>
      <MapTable reading={reading} columns={reading.columns} />
    </div>
  )
}
