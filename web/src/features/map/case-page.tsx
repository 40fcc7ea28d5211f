import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Empty, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { useTitle } from '~/ui/page'
import { refreshCase, useStale } from './api'
import { BoardFrame } from './board-frame'
import { CaseCurve } from './case-curve'
import { Decision, Later } from './case-decision'
import { Effects } from './case-effects'
import { useMeasured } from './case-live'
import css from './case-page.module.css'
import { CasePaper } from './case-paper'
import { Day, Line, Part, StaleMark, type Stale } from './case-part'
import { Saved } from './saved'
import { SourcedField } from './sourced-field'
import { useCaseWords } from './use-case-words'
import { useBoard, useHere } from './ui-store'
import { list, say, type Element } from './wire'

/** A case for action on one page: read, edited in place, printed, decided. */
export default function CasePage({ id, story }: { id: string; story: string }) {
  return (
    <BoardFrame id={id}>
      <Case id={story} />
    </BoardFrame>
  )
}

function Case({ id }: { id: string }) {
  const { t } = useTranslation()
  const joined = useBoard((view) => view.joined)
  const story = useBoard(({ doc }) => doc.live.get(id))
  const moment = useBoard(({ doc }) => doc.live.get(story ? say(story, 'moment') : ''))
  useTitle(story ? say(story, 'title') : t('map.case.title'))
  if (!joined) return <Loading rows={6} />
  if (!story) return <Empty title={t('map.case.gone')} />
  return <Story story={story} moment={moment} />
}

function Story({ story, moment }: { story: Element; moment: Element | undefined }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const rev = useBoard((view) => view.rev)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const stale: Stale = new Map(
    (useStale(store.id, story.id, rev).data ?? []).map(({ field, edited }) => [field, { edited }]),
  )
  const column = moment ? say(moment, 'column') : ''
  const measured = useMeasured(column)
  const untouched = [...stale].filter(([, { edited }]) => !edited).map(([field]) => field)
  const same = { story, stale, mayMap }
  return (
    <>
      <article className={css.page}>
        <header className={css.bar}>
          <Link href={`/maps/${store.id}/results`}>
            <Icon name="back" size={16} /> {t('map.results.title')}
          </Link>
          <Saved />
          {untouched.length > 0 && mayMap && (
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                void refreshCase(store.id, story.id, untouched).catch((failure: Error) =>
                  store.refuse(failure.message),
                )
              }
            >
              {t('map.case.refresh', { count: untouched.length })}
            </Button>
          )}
          <Button size="xs" onClick={() => print()}>
            {t('map.case.print')}
          </Button>
        </header>
        <p className={css.kind}>
          {t('map.case.title')} <StaleMark {...same} field="title" />
        </p>
        <h1>{say(story, 'title')}</h1>
        <div className={css.two}>
          <Part {...same} field="person" />
          <Part {...same} field="need" />
        </div>
        <Part {...same} field="story" />
        <div>
          <CaseCurve story={story} column={column} />
          <StaleMark {...same} field="feelingNow" />
          <StaleMark {...same} field="feelingWanted" />
        </div>
        <Evidence {...same} measured={measured} />
        <Part {...same} field="costOfNothing" />
        <Belief {...same} moment={moment} />
        <Effects {...same} />
        <section className={css.effects} aria-labelledby="case-way">
          <h2 id="case-way">{t('map.case.way')}</h2>
          <div className={css.two}>
            <Part {...same} field="firstStep" />
            <Part {...same} field="ask" />
          </div>
          <div className={css.lines3}>
            <Line
              story={story}
              field="owner"
              label={t('map.case.owner')}
              placeholder={t('map.case.ownerLike')}
              mayMap={mayMap}
            />
            <Day
              story={story}
              field="firstStepBy"
              label={t('map.case.firstStepBy')}
              mayMap={mayMap}
            />
            <SourcedField
              element={story}
              field="effort"
              label={t('map.case.effort')}
              mayMap={mayMap}
            />
          </div>
        </section>
        <Decision story={story} mayMap={mayMap} />
        {say(story, 'decision') === 'yes' && <Later story={story} mayMap={mayMap} />}
      </article>
      <CasePaper story={story} moment={moment} measured={measured} />
    </>
  )
}

interface Same {
  story: Element
  stale: Stale
  mayMap: boolean
}

/** How we know: what the journeys show by now, and the notes that somebody said or measured. */
function Evidence({ story, stale, mayMap, measured }: Same & { measured: readonly string[] }) {
  const { t } = useTranslation()
  const lines = list(story, 'evidenceLines')
  return (
    <section className={css.part}>
      <h2>
        {t('map.case.evidenceLines')}
        <StaleMark story={story} field="evidenceLines" stale={stale} mayMap={mayMap} />
      </h2>
      {lines.length + measured.length === 0 && (
        <p className={css.hint}>{t('map.case.noEvidence')}</p>
      )}
      <ul className={css.lines}>
        {measured.map((line) => (
          <li key={line}>
            {line} <em className={css.source}>{t('map.case.sources.measured')}</em>
          </li>
        ))}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** If we change X at moment Y for P, then Z moves from a to b by a day, because. */
function Belief({ story, stale, mayMap, moment }: Same & { moment: Element | undefined }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const reading = useBoard((view) => view.reading)
  return (
    <section className={css.hypothesis} aria-labelledby="case-belief">
      <h2 id="case-belief">{t('map.case.hypothesis')}</h2>
      <p className={css.sentence}>
        {words.hypothesis(story, reading, moment ? say(moment, 'title') : '')}
      </p>
      <Part story={story} stale={stale} mayMap={mayMap} field="change" />
      <div className={css.lines3}>
        <Line
          story={story}
          field="measure"
          label={t('map.case.measure')}
          placeholder={t('map.case.measureLike')}
          mayMap={mayMap}
        />
        <Line
          story={story}
          field="measureUnit"
          label={t('map.case.measureUnit')}
          placeholder={t('map.case.measureUnitLike')}
          mayMap={mayMap}
        />
        <Day story={story} field="by" label={t('map.case.by')} mayMap={mayMap} />
        <SourcedField
          element={story}
          field="from"
          label={t('map.case.from')}
          signed
          mayMap={mayMap}
        />
        <SourcedField element={story} field="to" label={t('map.case.to')} signed mayMap={mayMap} />
      </div>
      <Part story={story} stale={stale} mayMap={mayMap} field="because" />
    </section>
  )
}
