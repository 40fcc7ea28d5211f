import { Button } from '@mantine/core'
import { createContext, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TimelineEntry } from '~/lib/api-types'
import { dayKey, formatDay, formatMoment, formatTime } from '~/lib/format'
import { isShadow } from '~/lib/shadow'
import { useNow } from '~/lib/use-now'
import { Choice } from '~/ui/choice'
import { Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { useDecisionLinks, useTimeline } from './api'
import { byDay, byMoment, iconOf, isLate, topicOf, TOPICS, type Moment, type Topic } from './story'
import css from './timeline.module.css'

/** Where the decisions of a story are explained, by the number of their entry. */
const DecisionLinks = createContext<ReadonlyMap<number, string>>(new Map())

const DAY_MILLIS = 86_400_000

/** Everything that is known to have happened, newest first, day by day. */
export function Timeline({ person }: { person: string }) {
  const { t } = useTranslation()
  const [topic, setTopic] = useState<Topic>('all')
  const timeline = useTimeline(person)
  const decisions = useDecisionLinks(person)
  const all = timeline.data?.pages.flatMap((page) => page.entries) ?? []
  // What a journey that only watches notes of them did not happen to them.
  const entries = all.filter(({ journey }) => !journey || !isShadow(journey))
  const shown = entries.filter((entry) => topic === 'all' || topicOf(entry) === topic)
  return (
    <section aria-labelledby="story">
      <div className={css.head}>
        <div>
          <h2 id="story">{t('person.story')}</h2>
          <p className={css.hint}>{t('person.storyHint')}</p>
        </div>
        <Choice<Topic>
          quiet
          label={t('person.story')}
          value={topic}
          onChange={setTopic}
          options={TOPICS.map((value) => ({ value, label: t(`person.filters.${value}`) }))}
        />
      </div>
      {timeline.isPending ? (
        <Loading rows={6} />
      ) : timeline.isLoadingError ? (
        <Failed error={timeline.error} again={() => void timeline.refetch()} />
      ) : (
        <>
          {shown.length === 0 && <p className={css.quiet}>{t('person.nothingInFilter')}</p>}
          <DecisionLinks value={decisions}>
            {byDay(shown).map((day) => (
              <Day key={day.key} at={day.at} entries={day.entries} />
            ))}
          </DecisionLinks>
          {timeline.hasNextPage ? (
            <Button
              variant="default"
              loading={timeline.isFetchingNextPage}
              onClick={() => void timeline.fetchNextPage()}
            >
              {t('person.earlier')}
            </Button>
          ) : (
            <p className={css.quiet}>{t('person.beginning')}</p>
          )}
        </>
      )}
    </section>
  )
}

function Day({ at: day, entries }: { at: string; entries: readonly TimelineEntry[] }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const today = dayKey(new Date(now).toISOString())
  const yesterday = dayKey(new Date(now - DAY_MILLIS).toISOString())
  const key = dayKey(day)
  return (
    <div className={css.day}>
      <h3>
        {key === today
          ? t('person.today')
          : key === yesterday
            ? t('person.yesterday')
            : formatDay(day, i18n.language)}
      </h3>
      <ol>
        {byMoment(entries).map((moment, at) => (
          <Entry key={`${moment.number}-${at}`} moment={moment} />
        ))}
      </ol>
    </div>
  )
}

/** One thing that happened, and below it what came of it. */
function Entry({ moment: { entries } }: { moment: Moment }) {
  const { t, i18n } = useTranslation()
  const [first, ...more] = entries
  if (!first) return null
  return (
    <li className={css.entry}>
      <time dateTime={first.at} title={formatMoment(first.at, i18n.language)}>
        {formatTime(first.at, i18n.language)}
      </time>
      <span className={css.sign} data-topic={topicOf(first)}>
        <Icon name={iconOf(first)} size={15} />
      </span>
      <div className={css.words}>
        <Said entry={first} />
        {more.length > 0 && (
          <ul className={css.then}>
            {more.map((entry, at) => (
              <li key={at} data-topic={topicOf(entry)}>
                <Icon name={iconOf(entry)} size={14} />
                <Said entry={entry} />
              </li>
            ))}
          </ul>
        )}
        {isLate(first) && (
          <p className={css.more}>
            {t('person.late')}: {formatMoment(first.now, i18n.language)}
          </p>
        )}
      </div>
    </li>
  )
}

function Said({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const why = useContext(DecisionLinks).get(entry.number)
  const more = [entry.detail, entry.channel, entry.team].filter(Boolean)
  return (
    <div>
      <p>
        {entry.title}{' '}
        {entry.kind === 'decision' && why && <Link href={why}>{t('person.why')}</Link>}
      </p>
      {more.length > 0 && <p className={css.more}>{more.join(' · ')}</p>}
    </div>
  )
}
