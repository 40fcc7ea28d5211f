import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { DEVIATIONS, useRunning } from './live-api'
import { stayInWords } from './stay'
import { useHere } from './ui-store'

/** What real journeys show at the moment of a case, as sentences; none where the map does not run. */
export function useMeasured(column: string): readonly string[] {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const running = useRunning(store.id)
  const step = running.data?.steps.find((each) => each.column === column && !each.ending)
  if (!running.data?.journey || !step || step.arrivedTotal === 0) return []
  const n = (value: number) => formatNumber(value, i18n.language)
  const stay = stayInWords(step, 'sentence', t, i18n.language)
  const aside = DEVIATIONS.reduce((sum, kind) => sum + (step.deviations[kind] ?? 0), 0)
  return [
    t('map.case.live.came', { count: step.arrivedTotal, journey: running.data.name ?? '' }),
    ...(stay === undefined ? [] : [stay]),
    ...(step.leftHere === 0 ? [] : [t('map.case.live.left', { count: step.leftHere })]),
    ...(aside === 0
      ? []
      : [t('map.case.live.aside', { count: step.seen, times: n(aside), of: n(step.seen) })]),
    ...(step.feeling === undefined
      ? []
      : [
          t('map.case.live.felt', {
            count: step.feelings,
            mean: `${step.feeling > 0 ? '+' : ''}${step.feeling.toFixed(1)}`.replace('-', '−'),
          }),
        ]),
  ]
}
