import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ending } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { useEndingCount, useTotals } from './live'
import css from './nodes.module.css'
import { Handles } from './step-node'
import { ENDING_COLOR } from './words'

export type EndingNodeType = Node<{ ending: Ending; dimmed: boolean }, 'ending'>

/** Every ending is drawn alike: what it was is told by word, sign and hue, never by size. */
export const EndingNode = memo(function EndingNode({ data, selected }: NodeProps<EndingNodeType>) {
  const { t, i18n } = useTranslation()
  const { ending, dimmed } = data
  const people = useEndingCount(ending.id)
  const { ended } = useTotals()
  const share = ended === 0 ? 0 : people / ended
  const kind = t(`journey.endings.${ending.kind}`)
  return (
    <div
      className={css.ending}
      data-selected={selected}
      data-dimmed={dimmed}
      style={{ color: ENDING_COLOR[ending.kind] }}
    >
      <Handles />
      <span className={css.ring} data-ring />
      <span className={css.endingIcon}>
        <Icon name={ending.kind} size={20} />
      </span>
      <span className={css.endingWords}>
        <span className={css.name}>{ending.name}</span>
        {ending.name !== kind && <span className={css.kind}>{kind}</span>}
      </span>
      <span className={css.endingNumbers}>
        <span className={css.count}>{formatNumber(people, i18n.language)}</span>
        <span className={css.share}>
          {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)}
        </span>
      </span>
    </div>
  )
})
