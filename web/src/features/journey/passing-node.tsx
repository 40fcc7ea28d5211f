import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { useStepLive } from './live'
import css from './nodes.module.css'
import { BeginsMark, Handles, type StepData } from './step-node'

export type PassingNodeType = Node<StepData, 'passing'>

/** A step that people pass: small, with those who came by, or those held up here just now. */
export const PassingNode = memo(function PassingNode({
  data,
  selected,
}: NodeProps<PassingNodeType>) {
  const { t, i18n } = useTranslation()
  const { step, color, dimmed, begins } = data
  const live = useStepLive(step.id)
  const number = (value: number) => formatNumber(value, i18n.language)
  const passed = { count: live.arrivedTotal, people: number(live.arrivedTotal) }
  return (
    <div
      className={css.passing}
      data-selected={selected}
      data-dimmed={dimmed}
      data-empty={live.arrivedTotal === 0}
    >
      <Handles />
      <span className={css.ring} data-ring />
      {begins && <BeginsMark color={color} />}
      <span className={css.icon} style={{ color }} title={t(`journey.kinds.${step.kind}`)}>
        <Icon name={step.kind} size={17} />
      </span>
      <span className={css.name}>{step.name}</span>
      {live.now > 0 ? (
        <b>{number(live.now)}</b>
      ) : (
        live.arrivedTotal > 0 && (
          <span className={css.passed} title={t('journey.passed', passed)}>
            {number(live.arrivedTotal)}
            <Icon name="arrow" size={13} />
          </span>
        )
      )}
    </div>
  )
})
