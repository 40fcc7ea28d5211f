import { useTranslation } from 'react-i18next'
import { formatDate, formatNumber } from '~/lib/format'
import { sourced, type Range } from './case-numbers'
import type { Reading } from './reading'
import { say, type Element, type Sourced } from './wire'

const OPEN = '…'

const withoutStop = (text: string) => text.replace(/\.$/, '')

/** The sentences of a case that are made of several of its fields. */
export function useCaseWords() {
  const { t, i18n } = useTranslation()
  const n = (value: number) => formatNumber(value, i18n.language).replace('-', '−')
  const known = (value: Sourced | null, unit: string) =>
    value
      ? `${n(value.number)}${unit && ` ${unit}`} (${t(`map.case.sources.${value.source}`)})`
      : OPEN
  return {
    day: (date: string) => (date === '' ? OPEN : formatDate(date, i18n.language)),
    signed: (value: number) => `${value > 0 ? '+' : ''}${n(value)}`,
    percent: (share: number) => n(Math.round(share * 100)),
    known,
    /** 3 to 5 hours a week; one end alone says at least or at most. */
    range: ({ low, high }: Range, unit: string) =>
      (low === undefined
        ? t('map.case.rangeHigh', { high: n(high!) })
        : high === undefined
          ? t('map.case.rangeLow', { low: n(low) })
          : low === high
            ? n(low)
            : t('map.case.rangeBoth', { low: n(low), high: n(high) })) + (unit && ` ${unit}`),
    hypothesis: (story: Element, reading: Reading, moment: string) => {
      const persona = reading.personas.find(({ id }) => id === say(story, 'persona'))
      const because = say(story, 'because')
      const by = say(story, 'by')
      const sentence = t('map.case.sentence', {
        change: withoutStop(say(story, 'change')) || OPEN,
        moment: moment || OPEN,
        persona: persona ? say(persona, 'name') : OPEN,
        measure: say(story, 'measure') || OPEN,
        from: known(sourced(story, 'from'), ''),
        to: known(sourced(story, 'to'), say(story, 'measureUnit')),
        by: by === '' ? OPEN : formatDate(by, i18n.language),
      })
      return because === ''
        ? `${sentence}.`
        : `${sentence}${t('map.case.sentenceBecause', { because: withoutStop(because) })}.`
    },
  }
}
