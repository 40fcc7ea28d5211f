import { useTranslation } from 'react-i18next'
import { today } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { sourced, wayGone } from './case-numbers'
import css from './case-page.module.css'
import { Day, Line, Part, type Stale } from './case-part'
import { SourcedField } from './sourced-field'
import { useCaseWords } from './use-case-words'
import { useHere } from './ui-store'
import { say, type Element } from './wire'

export const DECISIONS = ['open', 'yes', 'notNow', 'no'] as const
export type Decided = (typeof DECISIONS)[number]

const NOTHING: Stale = new Map()

/** What was decided, by whom, when and why; a no is an answer and is kept. */
export function Decision({ story, mayMap }: { story: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const decision = say(story, 'decision') as Decided
  return (
    <section className={css.decision} aria-labelledby="case-decision">
      <h2 id="case-decision">{t('map.case.decision')}</h2>
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
                  decidedOn: value === 'open' ? '' : today(),
                },
              },
            ])
          }
          options={DECISIONS.map((value) => ({ value, label: t(`map.case.decisions.${value}`) }))}
        />
      ) : (
        <p>{t(`map.case.decisions.${decision}`)}</p>
      )}
      {decision !== 'open' && (
        <>
          <div className={css.lines3}>
            <Line story={story} field="decidedBy" label={t('map.case.decidedBy')} mayMap={mayMap} />
            <Day story={story} field="decidedOn" label={t('map.case.decidedOn')} mayMap={mayMap} />
            {decision === 'notNow' && (
              <Day
                story={story}
                field="notBefore"
                label={t('map.case.notBefore')}
                mayMap={mayMap}
              />
            )}
          </div>
          <Part story={story} field="decisionReason" stale={NOTHING} mayMap={mayMap} />
        </>
      )}
    </section>
  )
}

/** What came of a yes, held against what was believed. */
export function Later({ story, mayMap }: { story: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const gone = wayGone(sourced(story, 'from'), sourced(story, 'to'), sourced(story, 'result'))
  return (
    <section className={css.decision} aria-labelledby="case-later">
      <h2 id="case-later">{t('map.case.later')}</h2>
      <div className={css.lines3}>
        <SourcedField
          element={story}
          field="result"
          label={
            say(story, 'measure') === ''
              ? t('map.case.result')
              : t('map.case.resultOf', { measure: say(story, 'measure') })
          }
          first="measured"
          signed
          mayMap={mayMap}
        />
        <Day story={story} field="resultOn" label={t('map.case.resultOn')} mayMap={mayMap} />
      </div>
      {gone && (
        <p className={css.said} role="status">
          <b>{t('map.case.gone100', { percent: words.percent(gone.share) })}</b>
          <em>{t(`map.case.sources.${gone.source}`)}</em>
        </p>
      )}
      <Part story={story} field="resultWords" stale={NOTHING} mayMap={mayMap} />
    </section>
  )
}
