import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { writeCase } from './api'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import { useChoices, type Choices, type RankedMoment } from './choices-api'
import { Ideas, Initiatives } from './ideas'
import css from './results-page.module.css'
import { useBoard, useHere } from './ui-store'
import { say } from './wire'

/** What a map comes to: moments that matter, ideas weighed, what will be done, and the way to make it run. */
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
  const rev = useBoard((view) => view.rev)
  const choices = useChoices(store.id, rev)
  if (!joined) return <Loading rows={6} />
  return (
    <Page title={`${t('map.results.title')}: ${title}`} wide>
      <header className={css.head}>
        <Link href={`/maps/${store.id}`}>
          <Icon name="back" size={16} /> {title}
        </Link>
        <h1>{t('map.results.title')}</h1>
      </header>
      {choices.data ? (
        <>
          <Moments choices={choices.data} />
          <section className={css.part} aria-labelledby="ideas">
            <h2 id="ideas">{t('map.choice.ideas')}</h2>
            <p className={css.hint}>{t('map.choice.ideasHint')}</p>
            <Ideas choices={choices.data} />
          </section>
        </>
      ) : choices.isError ? (
        <Failed error={choices.error} again={() => void choices.refetch()} />
      ) : (
        <Loading rows={4} />
      )}
      <section className={css.part} aria-labelledby="initiatives">
        <h2 id="initiatives">{t('map.choice.initiatives')}</h2>
        <Initiatives />
      </section>
      <section className={css.part}>
        <h2>{t('map.live.heading')}</h2>
        <p className={css.hint}>{t('map.live.lead')}</p>
        <Link href={`/maps/${store.id}/live`}>{t('map.live.link')}</Link>
      </section>
    </Page>
  )
}

function Moments({ choices }: { choices: Choices }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...choices.moments.map(({ votes }) => votes))
  const voted = choices.moments.some(({ votes }) => votes > 0)
  return (
    <section className={css.part} aria-labelledby="moments">
      <h2 id="moments">{t('map.results.moments')}</h2>
      <p className={css.hint}>
        {t('map.results.momentsHint')}{' '}
        {choices.sample > 0 && t('map.choice.sample', { count: choices.sample })}
      </p>
      {choices.moments.length === 0 && <p>{t('map.results.noMoments')}</p>}
      <ol className={css.moments}>
        {choices.moments.map((moment) => (
          <Moment
            key={moment.id}
            moment={moment}
            most={most}
            runs={choices.sample > 0}
            voted={voted}
          />
        ))}
      </ol>
    </section>
  )
}

/** An information gain below this is told as none at all, in bits. */
const GAIN_TOLD_MIN = 0.005

function Moment({
  moment,
  most,
  runs,
  voted,
}: {
  moment: RankedMoment
  most: number
  runs: boolean
  /** Whether anybody has given a dot to any moment. */
  voted: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const [, go] = useLocation()
  const element = useBoard(({ doc }) => doc.live.get(moment.id))
  const columns = useBoard(({ reading }) => reading.columns)
  const cases = useBoard(({ reading }) => reading.cases)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const column = columns.find(({ id }) => element && id === say(element, 'column'))
  const story = cases.find((each) => say(each, 'moment') === moment.id)
  const share = moment.data?.inputs.find(({ name }) => name === 'shareReaching')?.number
  const gain = moment.data?.inputs.find(({ name }) => name === 'informationGain')?.number
  const feeling = moment.data?.inputs.find(({ name }) => name === 'feeling')
  return (
    <li>
      <div className={css.dots}>
        <strong>{moment.votes}</strong>
        <span>{t('map.dots')}</span>
        <span className={css.bar} style={{ inlineSize: `${(moment.votes / most) * 100}%` }} />
      </div>
      <div>
        <h3>{moment.title}</h3>
        <p className={css.hint}>{column?.name}</p>
        {element && say(element, 'why') && <p>{say(element, 'why')}</p>}
        {runs && (
          <p className={css.data}>
            {!moment.data || moment.placeByData === undefined ? (
              t('map.choice.noData')
            ) : (gain ?? 0) < GAIN_TOLD_MIN ? (
              t('map.choice.tooEarly')
            ) : (
              <>
                <b>
                  {t(voted ? 'map.choice.places' : 'map.choice.placeByData', {
                    votes: moment.placeByVotes,
                    data: moment.placeByData,
                  })}
                </b>{' '}
                {t('map.choice.why', {
                  share: Math.round((share ?? 0) * 100),
                  gain: (gain ?? 0).toFixed(2),
                  feeling: (feeling?.number ?? 0).toFixed(1),
                  source: t(`map.case.sources.${feeling?.source ?? 'assumed'}`),
                })}
                {voted && moment.disagreement >= 2 && <em>{t('map.choice.disagree')}</em>}
              </>
            )}
          </p>
        )}
      </div>
      {story ? (
        <Link href={`/maps/${store.id}/case/${story.id}`}>{t('map.results.readCase')}</Link>
      ) : (
        mayMap && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void writeCase(store.id, moment.id)
                .then(({ id }) => go(`/maps/${store.id}/case/${id}`))
                .catch((failure: Error) => store.refuse(failure.message))
            }
          >
            {t('map.writeCase')}
          </Button>
        )
      )}
    </li>
  )
}
