import { useTranslation } from 'react-i18next'
import { rangeOf, sourced } from './case-numbers'
import css from './case-page.module.css'
import { Line, Part, type Stale } from './case-part'
import { SourcedField } from './sourced-field'
import { useCaseWords } from './use-case-words'
import { say, type Element } from './wire'

export const WHOSE = ['person', 'staff', 'organisation'] as const

/** What the change would do to the person, the staff and the organisation: a range in a unit. */
export function Effects({
  story,
  stale,
  mayMap,
}: {
  story: Element
  stale: Stale
  mayMap: boolean
}) {
  const { t } = useTranslation()
  return (
    <section className={css.effects} aria-labelledby="case-effects">
      <h2 id="case-effects">{t('map.case.range')}</h2>
      <p className={css.hint}>{t('map.case.rangeHint')}</p>
      <div className={css.three}>
        {WHOSE.map((whose) => (
          <div key={whose} className={css.effect}>
            <Part story={story} field={`${whose}Effect`} stale={stale} mayMap={mayMap} />
            {(['Low', 'High'] as const).map((end) => (
              <SourcedField
                key={end}
                element={story}
                field={`${whose}${end}`}
                label={t(end === 'Low' ? 'map.case.low' : 'map.case.high')}
                of={t(`map.case.${whose}Effect`)}
                signed
                mayMap={mayMap}
              />
            ))}
            <Line
              story={story}
              field={`${whose}Unit`}
              label={t('map.case.unit')}
              placeholder={t(`map.case.unitLike.${whose}`)}
              mayMap={mayMap}
            />
            <RangeSaid story={story} whose={whose} />
          </div>
        ))}
      </div>
    </section>
  )
}

function RangeSaid({ story, whose }: { story: Element; whose: (typeof WHOSE)[number] }) {
  const { t } = useTranslation()
  const words = useCaseWords()
  const range = rangeOf(sourced(story, `${whose}Low`), sourced(story, `${whose}High`))
  if (!range) return null
  if (range.crossed)
    return (
      <p className={css.warn} role="status">
        {t('map.case.crossed')}
      </p>
    )
  return (
    <p className={css.said} role="status">
      <b>{words.range(range, say(story, `${whose}Unit`))}</b>
      <em>{t(`map.case.sources.${range.source}`)}</em>
    </p>
  )
}
