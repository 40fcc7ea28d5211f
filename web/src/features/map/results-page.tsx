import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { formatSpan } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { useProposal, writeCase } from './api'
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
      <Proposed />
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

type StepKind = 'open' | 'waitFor' | 'talk' | 'decide' | 'ask' | 'split' | 'handOver' | 'ending'

/** The length of an ISO-8601 duration in hours and minutes, as Java writes it. */
function millisOf(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration) ?? []
  return (Number(hours) * 60 + Number(minutes)) * 60_000
}

function Proposed() {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const proposal = useProposal(store.id)
  if (!proposal.data) return <Loading rows={3} />
  const { steps, questions, answered, asked, canRun, purpose } = proposal.data
  const percent = asked === 0 ? 0 : Math.floor((100 * answered) / asked)
  const stages = [...new Set(steps.map(({ stage }) => stage))]
  return (
    <section className={css.part} aria-labelledby="live">
      <h2 id="live">{t('map.live.title')}</h2>
      <p className={css.hint}>{purpose}</p>
      <div className={css.coverage}>
        <progress value={answered} max={asked} aria-label={t('map.live.coverage')} />
        <span>{t('map.live.covered', { percent, open: questions.length })}</span>
      </div>
      <p>{t(canRun ? 'map.live.canRun' : 'map.live.cannotRun')}</p>
      <div className={css.two}>
        <div>
          <h3>{t('map.live.steps')}</h3>
          {stages.map((stage) => (
            <ol key={stage} className={css.steps}>
              {steps
                .filter((step) => step.stage === stage)
                .map((step) => (
                  <li key={step.id}>
                    <strong>{step.name}</strong>
                    <span>
                      {[
                        t(`map.live.kinds.${step.kind as StepKind}`),
                        step.event,
                        step.stay && formatSpan(millisOf(step.stay), i18n.language),
                        step.channel,
                        step.team,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      {step.guessed && ` · ${t('map.evidence.guess')}`}
                    </span>
                  </li>
                ))}
            </ol>
          ))}
        </div>
        <div>
          <h3>{t('map.live.questions')}</h3>
          {questions.length === 0 && <p>{t('map.live.noQuestions')}</p>}
          <ul className={css.questions}>
            {questions.map((question) => (
              <li key={question.about + (question.element ?? '')} data-blocking={question.blocking}>
                {question.sentence}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
