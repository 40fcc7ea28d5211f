import { useTranslation } from 'react-i18next'
import type { Ending, Journey, Step } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { stageColor } from '~/ui/stage-color'
import { layOut } from './layout'
import { useEndingCount, useStepLive } from './live'
import css from './step-list.module.css'
import { ENDING_COLOR } from './words'

interface Props {
  journey: Journey
  onSelect: (step: string) => void
}

/** The whole canvas in words: everything it shows can be read and done here. */
export function StepList({ journey, onSelect }: Props) {
  const { t } = useTranslation()
  const { bands, placed } = layOut(journey)
  const stages = bands.filter((band) => !band.ending)
  return (
    <div className={css.list}>
      {stages.map((band) => (
        <section key={band.id} aria-label={band.name}>
          <h2
            className={`serif ${css.stage}`}
            style={{ color: stageColor(band.index, stages.length) }}
          >
            {band.name}
          </h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('journey.step')}</th>
                <th scope="col" className={css.number}>
                  {t('journey.nowColumn')}
                </th>
                <th scope="col" className={`${css.number} ${css.wide}`}>
                  {t('journey.arrived')}
                </th>
                <th scope="col" className={`${css.number} ${css.wide}`}>
                  {t('journey.wentOn')}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...placed.values()]
                .filter((each) => each.step?.stage === band.id)
                .map(
                  (each) =>
                    each.step && <StepRow key={each.id} step={each.step} onSelect={onSelect} />,
                )}
            </tbody>
          </table>
        </section>
      ))}
      {journey.endings.length > 0 && (
        <section aria-label={t('journey.endingsBand')}>
          <h2 className={`serif ${css.stage}`}>{t('journey.endingsBand')}</h2>
          <table>
            <tbody>
              {journey.endings.map((ending) => (
                <EndingRow key={ending.id} ending={ending} onSelect={onSelect} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function StepRow({ step, onSelect }: { step: Step; onSelect: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const live = useStepLive(step.id)
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.name} onClick={() => onSelect(step.id)}>
          <Icon name={step.kind} />
          <span>
            {step.name}
            <small>{t(`journey.kinds.${step.kind}`)}</small>
          </span>
        </button>
      </th>
      <td className={css.number}>{show(live.now)}</td>
      <td className={`${css.number} ${css.wide}`}>{show(live.arrivedLastHour)}</td>
      <td className={`${css.number} ${css.wide}`}>{show(live.leftLastHour)}</td>
    </tr>
  )
}

function EndingRow({ ending, onSelect }: { ending: Ending; onSelect: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const people = useEndingCount(ending.id)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.name} onClick={() => onSelect(ending.id)}>
          <span style={{ color: ENDING_COLOR[ending.kind], lineHeight: 0 }}>
            <Icon name={ending.kind} />
          </span>
          <span>
            {ending.name}
            <small>{t(`journey.endings.${ending.kind}`)}</small>
          </span>
        </button>
      </th>
      <td className={css.number}>{formatNumber(people, i18n.language)}</td>
    </tr>
  )
}
