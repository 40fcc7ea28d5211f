import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Icon } from '~/ui/icon'
import { Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { writeCase } from './api'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { useBoard, useHere } from './ui-store'
import { say } from './wire'
import css from './results-page.module.css'

/** What a map comes to: moments that matter, cases for action, and the journey it proposes. */
export default function ResultsPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Results />
    </BoardFrame>
  )
}

function Results() {
  const { t } = useTranslation()
  const { store } = useHere()
  const joined = useBoard((view) => view.joined)
  const title = useBoard(titleOf)
  if (!joined) return <Loading rows={6} />
  return (
    <Page title={`${t('map.results.title')}: ${title}`} wide>
      <header className={css.head}>
        <Link href={`/maps/${store.id}`}>
          <Icon name="back" size={16} /> {title}
        </Link>
        <h1>{t('map.results.title')}</h1>
      </header>
      <Moments />
      <section className={css.part}>
        <h2>{t('map.live.heading')}</h2>
        <p className={css.hint}>{t('map.live.lead')}</p>
        <Link href={`/maps/${store.id}/live`}>{t('map.live.link')}</Link>
      </section>
    </Page>
  )
}

function Moments() {
  const { t } = useTranslation()
  const { store } = useHere()
  const [, go] = useLocation()
  const reading = useBoard((view) => view.reading)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const votes = (id: string) => reading.votes.get(id)?.length ?? 0
  const moments = [...reading.cells.values()]
    .flat()
    .filter(({ kind }) => kind === 'moment')
    .toSorted((a, b) => votes(b.id) - votes(a.id))
  const most = Math.max(1, ...moments.map(({ id }) => votes(id)))
  return (
    <section className={css.part} aria-labelledby="moments">
      <h2 id="moments">{t('map.results.moments')}</h2>
      <p className={css.hint}>{t('map.results.momentsHint')}</p>
      {moments.length === 0 && <p>{t('map.results.noMoments')}</p>}
      <ol className={css.moments}>
        {moments.map((moment) => {
          const column = reading.columns.find(({ id }) => id === say(moment, 'column'))
          const story = reading.cases.find((each) => say(each, 'moment') === moment.id)
          return (
            <li key={moment.id}>
              <div className={css.dots}>
                <strong>{votes(moment.id)}</strong>
                <span>{t('map.dots')}</span>
                <span
                  className={css.bar}
                  style={{ inlineSize: `${(votes(moment.id) / most) * 100}%` }}
                />
              </div>
              <div>
                <h3>{say(moment, 'title')}</h3>
                <p className={css.hint}>{column?.name}</p>
                {say(moment, 'why') && <p>{say(moment, 'why')}</p>}
              </div>
              {story ? (
                <Link href={`/maps/${store.id}/case/${story.id}`}>{t('map.results.readCase')}</Link>
              ) : (
                mayMap && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() =>
                      void writeCase(store.id, moment.id).then(({ id }) =>
                        go(`/maps/${store.id}/case/${id}`),
                      )
                    }
                  >
                    {t('map.writeCase')}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
