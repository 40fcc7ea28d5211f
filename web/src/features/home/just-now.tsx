import { useEffect, useState } from 'react'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Journey, JourneySummary, Moved } from '~/lib/api-types'
import { followFeed } from '~/lib/feed'
import { formatTime } from '~/lib/format'
import { get } from '~/lib/http'
import { useRights } from '~/lib/rights'
import { isShadow } from '~/lib/shadow'
import { Face } from '~/ui/face'
import css from './just-now.module.css'

const SHOWN_MAX = 9
const EVERY_MILLIS = 1_600

/** Whoever comes in finds the first few soon. */
const SOON = 4
const SOON_MILLIS = 400

/**
 * Keeps the counts of all journeys fresh, and gives the newest moves at a pace that can be read:
 * one at a time, whatever the speed of the world.
 */
function useMoves(): Moved[] {
  const [moves, setMoves] = useState<Moved[]>([])
  const queries = useQueryClient()
  useEffect(() => {
    let newest: Moved | undefined
    const stop = followFeed(
      {},
      {
        moved: (moved) => {
          if (!isShadow(moved.journey)) newest = moved
        },
        counts: (counts) => queries.setQueryData(['counts', counts.journey], counts),
        reset: () => void queries.invalidateQueries({ queryKey: ['counts'] }),
      },
    )
    let shown = 0
    let timer = 0
    const show = () => {
      if (newest && !document.hidden) {
        const next = newest
        newest = undefined
        shown++
        setMoves((before) =>
          [next, ...before.filter((each) => each.person !== next.person)].slice(0, SHOWN_MAX),
        )
      }
      timer = window.setTimeout(show, shown < SOON ? SOON_MILLIS : EVERY_MILLIS)
    }
    timer = window.setTimeout(show, SOON_MILLIS)
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [queries])
  return moves
}

export function JustNow({ journeys }: { journeys: readonly JourneySummary[] }) {
  const { t, i18n } = useTranslation()
  const moves = useMoves()
  const { readPeople } = useRights()
  const known = useQueries({
    queries: journeys.map(({ id }) => ({
      queryKey: ['journey', id],
      queryFn: () => get<Journey>(`/v1/journeys/${encodeURIComponent(id)}`),
      staleTime: 60_000,
    })),
  })
  const nameOf = (moved: Moved) => {
    const journey = known.find((each) => each.data?.id === moved.journey)?.data
    const place = [...(journey?.endings ?? []), ...(journey?.steps ?? [])].find(
      (each) => each.id === moved.to,
    )
    return place?.name ?? moved.to
  }
  return (
    <section className={css.now} aria-labelledby="just-now">
      <h2 id="just-now">{t('home.justNow')}</h2>
      {moves.length === 0 ? (
        <p className={css.quiet}>{t('home.quiet')}</p>
      ) : (
        <ol>
          {moves.map((moved) => (
            <li key={`${moved.person}${moved.at}`} className={css.move}>
              <Face name={moved.personName} id={moved.person} />
              <span className={css.words}>
                {readPeople ? (
                  <Link href={`/people/${encodeURIComponent(moved.person)}`} className={css.person}>
                    {moved.personName ?? t('home.someone')}
                  </Link>
                ) : (
                  <span className={css.person}>{moved.personName ?? t('home.someone')}</span>
                )}
                <span className={css.where}>{nameOf(moved)}</span>
              </span>
              <time dateTime={moved.at}>{formatTime(moved.at, i18n.language)}</time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
