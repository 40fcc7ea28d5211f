import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ApiError, get } from '~/lib/http'
import { listenToKeys } from '~/lib/keys'
import { CairnMark } from '~/ui/cairn-mark'
import { Empty, Failed, Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { Board } from './board'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import css from './guest-page.module.css'
import { Participant } from './participant'
import { useBoard } from './ui-store'

/** From here on a screen has room for the whole map. */
const WIDE = '(min-width: 900px)'

/** A map for those who came by a code or link: the board where there is room, one thing at a time else. */
export default function GuestPage({ board }: { board: string }) {
  const { t } = useTranslation()
  const known = useQuery({
    queryKey: ['maps', board, 'guest'],
    queryFn: ({ signal }) => get(`/v1/boards/${board}/revisions?before=1&guest=1`, signal),
    staleTime: Infinity,
    retry: false,
  })
  if (known.isPending) return <Loading rows={4} />
  if (known.isLoadingError)
    return (
      <main className={css.door}>
        {isRefused(known.error) ? (
          <Empty title={t('map.join.again')}>
            <p>
              <Link href="/join">{t('map.join.title')}</Link>
            </p>
          </Empty>
        ) : (
          <Failed error={known.error} again={() => void known.refetch()} />
        )}
      </main>
    )
  return (
    <BoardFrame id={board} guest>
      <Guest />
    </BoardFrame>
  )
}

/** Whether the server said no, rather than nothing at all. */
const isRefused = (error: Error) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500

function Guest() {
  const { t } = useTranslation()
  const joined = useBoard((view) => view.joined)
  const title = useBoard(titleOf)
  const me = useBoard(({ people, me: own }) => people.find(({ id }) => id === own)?.name ?? '')
  const role = useBoard((view) => view.role)
  const isWide = useMediaQuery(WIDE, window.matchMedia(WIDE).matches)
  const [chosen, setChosen] = useState<'board' | 'simple'>()
  useTitle(title)
  useEffect(listenToKeys, [])
  if (!joined) return <Loading rows={4} />
  const view = chosen ?? (isWide ? 'board' : 'simple')
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <CairnMark />
        <span>{t('map.join.as', { name: me, role: t(`map.roleNames.${role}`) })}</span>
        <button type="button" onClick={() => setChosen(view === 'board' ? 'simple' : 'board')}>
          {t(view === 'board' ? 'map.join.simple' : 'map.join.board')}
        </button>
      </header>
      {view === 'board' ? (
        <main>
          <Board />
        </main>
      ) : (
        <Participant />
      )}
    </div>
  )
}
