import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Choice } from '~/ui/choice'
import { Empty, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { useTitle } from '~/ui/page'
import { refreshCase, useStale } from './api'
import { BoardFrame } from './board-frame'
import css from './case-page.module.css'
import { setText } from './gestures'
import { SourcedField } from './sourced-field'
import { useDraft } from './use-draft'
import { useBoard, useHere } from './ui-store'
import { list, say, type Element, type Sourced } from './wire'

/** A case for action on one page: read, edited in place, printed, decided. */
export default function CasePage({ id, story }: { id: string; story: string }) {
  return (
    <BoardFrame id={id}>
      <Case id={story} />
    </BoardFrame>
  )
}

type Part =
  | 'person'
  | 'story'
  | 'need'
  | 'costOfNothing'
  | 'change'
  | 'because'
  | 'personEffect'
  | 'staffEffect'
  | 'organisationEffect'
  | 'ask'
  | 'firstStep'
  | 'decisionReason'
  | 'owner'
  | 'resultWords'

function Case({ id }: { id: string }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const joined = useBoard((view) => view.joined)
  const story = useBoard(({ doc }) => doc.live.get(id))
  const rev = useBoard((view) => view.rev)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const stale = useStale(store.id, id, rev)
  useTitle(story ? say(story, 'title') : t('map.case.title'))
  if (!joined) return <Loading rows={6} />
  if (!story) return <Empty title={t('map.case.gone')} />
  const old = new Set((stale.data ?? []).map(({ field }) => field))
  const part = (field: Part) => (
    <Part story={story} field={field} old={old.has(field)} mayMap={mayMap} />
  )
  return (
    <article className={css.page}>
      <header className={css.bar}>
        <Link href={`/maps/${store.id}/results`}>
          <Icon name="back" size={16} /> {t('map.results.title')}
        </Link>
        {old.size > 0 && mayMap && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void refreshCase(
                store.id,
                id,
                (stale.data ?? []).filter(({ edited }) => !edited).map(({ field }) => field),
              )
            }
          >
            {t('map.case.refresh', { count: old.size })}
          </Button>
        )}
        <Button size="xs" onClick={() => print()}>
          {t('map.case.print')}
        </Button>
      </header>
      <p className={css.kind}>{t('map.case.title')}</p>
      <h1>{say(story, 'title')}</h1>
      <div className={css.two}>
        {part('person')}
        {part('need')}
      </div>
      {part('story')}
      <Feeling story={story} />
      {list(story, 'evidenceLines').length > 0 && (
        <section className={css.part}>
          <h2>{t('map.case.evidenceLines')}</h2>
          <ul className={css.lines}>
            {list(story, 'evidenceLines').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {part('costOfNothing')}
      <section className={css.hypothesis}>
        <h2>{t('map.case.hypothesis')}</h2>
        {part('change')}
        <Numbers story={story} />
        {part('because')}
      </section>
      <div className={css.three}>
        {part('personEffect')}
        {part('staffEffect')}
        {part('organisationEffect')}
      </div>
      <section className={css.part} data-empty={hasRange(story) ? undefined : ''}>
        <h2>{t('map.case.range')}</h2>
        <div className={css.three}>
          {(['person', 'staff', 'organisation'] as const).map((whose) => (
            <div key={whose} className={css.range}>
              <strong>{t(`map.case.${whose}Effect`)}</strong>
              {(['Low', 'High'] as const).map((end) => (
                <SourcedField
                  key={end}
                  element={story}
                  field={`${whose}${end}`}
                  label={t(end === 'Low' ? 'map.case.low' : 'map.case.high')}
                  mayMap={mayMap}
                />
              ))}
            </div>
          ))}
        </div>
      </section>
      <div className={css.two}>
        {part('firstStep')}
        {part('ask')}
      </div>
      <Decision story={story} mayMap={mayMap} />
      {say(story, 'decision') !== 'open' && (
        <div className={css.two}>
          {part('decisionReason')}
          {part('owner')}
        </div>
      )}
      {say(story, 'decision') === 'yes' && (
        <section className={css.part}>
          <h2>{t('map.case.later')}</h2>
          <div className={css.two}>
            <SourcedField
              element={story}
              field="result"
              label={`${t('map.case.result')}: ${say(story, 'measure')}`}
              mayMap={mayMap}
            />
            <label className={css.range}>
              {t('map.case.resultOn')}
              <input
                type="date"
                disabled={!mayMap}
                value={say(story, 'resultOn')}
                onChange={(event) =>
                  store.act(t('map.did.case'), setText(story, 'resultOn', event.target.value))
                }
              />
            </label>
          </div>
          {part('resultWords')}
        </section>
      )}
    </article>
  )
}

const hasRange = (story: Element) =>
  ['person', 'staff', 'organisation'].some(
    (whose) => (story[`${whose}Low`] ?? story[`${whose}High`] ?? null) !== null,
  )

function Part({
  story,
  field,
  old,
  mayMap,
}: {
  story: Element
  field: Part
  old: boolean
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const draft = useDraft(story, field, t('map.did.case'))
  const text = say(story, field)
  return (
    <section className={css.part} data-empty={text === '' ? '' : undefined}>
      <h2>
        {t(`map.case.${field}`)}
        {old && <span className={css.old}>{t('map.case.stale')}</span>}
      </h2>
      {mayMap ? (
        <textarea
          {...draft}
          aria-label={t(`map.case.${field}`)}
          rows={2}
          maxLength={field === 'owner' ? 160 : 2000}
          placeholder={t('map.case.missing')}
        />
      ) : (
        <p>{text}</p>
      )}
    </section>
  )
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value))

function Feeling({ story }: { story: Element }) {
  const { t } = useTranslation()
  const now = story['feelingNow']
  const wanted = story['feelingWanted']
  if (typeof now !== 'number') return null
  return (
    <p className={css.feeling}>
      {t('map.case.feels')} <strong>{signed(now)}</strong>
      {typeof wanted === 'number' && (
        <>
          {' → '}
          <strong>{signed(wanted)}</strong>
        </>
      )}
    </p>
  )
}

function Numbers({ story }: { story: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const measure = useDraft(story, 'measure', t('map.did.case'))
  const field = (name: 'from' | 'to') => {
    const value = story[name] as Sourced | null
    return (
      <label>
        {t(`map.case.${name}`)}
        <input
          key={value?.number}
          type="number"
          min={0}
          step="any"
          disabled={!mayMap}
          defaultValue={value?.number ?? ''}
          onBlur={(event) => {
            const typed = event.target.value
            if (typed === String(value?.number ?? '')) return
            store.act(t('map.did.case'), [
              {
                op: 'set',
                id: story.id,
                fields: {
                  [name]:
                    typed === ''
                      ? null
                      : { number: Number(typed), source: value?.source ?? 'assumed' },
                },
              },
            ])
          }}
        />
        {value && <small>{t(`map.case.sources.${value.source}`)}</small>}
      </label>
    )
  }
  return (
    <div className={css.numbers}>
      <label>
        {t('map.case.measure')}
        <input {...measure} disabled={!mayMap} maxLength={160} />
      </label>
      {field('from')}
      {field('to')}
      <label>
        {t('map.case.by')}
        <input
          type="date"
          disabled={!mayMap}
          value={say(story, 'by')}
          onChange={(event) =>
            store.act(t('map.did.case'), setText(story, 'by', event.target.value))
          }
        />
      </label>
    </div>
  )
}

const DECISIONS = ['open', 'yes', 'notNow', 'no'] as const

function Decision({ story, mayMap }: { story: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const decision = say(story, 'decision') as (typeof DECISIONS)[number]
  return (
    <section className={css.decision}>
      <h2>{t('map.case.decision')}</h2>
      {mayMap ? (
        <Choice
          label={t('map.case.decision')}
          quiet
          value={decision}
          onChange={(value) =>
            store.act(t('map.did.case'), [
              {
                op: 'set',
                id: story.id,
                fields: {
                  decision: value,
                  decidedOn: value === 'open' ? '' : new Date().toISOString().slice(0, 10),
                },
              },
            ])
          }
          options={DECISIONS.map((value) => ({ value, label: t(`map.case.decisions.${value}`) }))}
        />
      ) : (
        <p>{t(`map.case.decisions.${decision}`)}</p>
      )}
      <p className={css.printed}>
        {t(`map.case.decisions.${decision}`)} {say(story, 'decidedOn')}
      </p>
    </section>
  )
}
