import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { Dots } from './dots'
import { useStepLive } from './live'
import css from './nodes.module.css'
import { Spark } from './spark'

export interface StepData extends Record<string, unknown> {
  step: Step
  color: string
  dimmed: boolean
  /** The journey may begin here. */
  begins: boolean
}

export type StepNodeType = Node<StepData, 'step'>

export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepNodeType>) {
  const { t, i18n } = useTranslation()
  const { step, color, dimmed, begins } = data
  const live = useStepLive(step.id)
  const number = (value: number) => formatNumber(value, i18n.language)
  return (
    <div
      className={css.step}
      data-selected={selected}
      data-dimmed={dimmed}
      data-empty={live.now === 0}
    >
      <Handles />
      <span className={css.ring} data-ring />
      {begins && <BeginsMark color={color} />}
      <div className={css.head}>
        <span className={css.name}>{step.name}</span>
        <span className={css.icon} style={{ color }} title={t(`journey.kinds.${step.kind}`)}>
          <Icon name={step.kind} size={17} />
        </span>
      </div>
      <div className={css.numbers}>
        <span className={css.now}>{number(live.now)}</span>
        {live.arrivedLastHour > 0 && (
          <span className={css.delta}>
            {t('journey.lastHourShort', { people: number(live.arrivedLastHour) })}
          </span>
        )}
        <span className={css.spark}>
          <Spark trail={live.trail} color={color} />
        </span>
      </div>
      <Dots people={live.now} color={color} />
    </div>
  )
})

export function BeginsMark({ color }: { color: string }) {
  const { t } = useTranslation()
  return (
    <span className={css.begins} style={{ background: color }} title={t('journey.beginsHere')}>
      <Icon name="play" size={11} />
    </span>
  )
}

/** The kit draws transitions only between handles; ours start and end where the route says. */
export function Handles() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={css.handle} />
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={css.handle}
      />
    </>
  )
}
