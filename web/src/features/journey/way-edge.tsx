import type { Edge, EdgeProps } from '@xyflow/react'
import { EdgeLabelRenderer } from '@xyflow/react'
import { memo, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transition } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { stored, useStored } from '~/lib/stored'
import { useBusiestTransition, useIsMainWay, useTransitionCount } from './live'
import { holdWay } from './moving-dots'
import type { Route } from './route'
import css from './way-edge.module.css'

export type WayEdgeType = Edge<
  {
    transition: Transition
    route: Route
    color: string
    tone: 'plain' | 'lit' | 'dimmed'
    named: boolean
  },
  'way'
>

/** Whether ways that few or nobody took are drawn on a journey that people walk. */
export const allWays = stored('cairn.all-ways', 'off', ['on', 'off'])

const NARROW = 1.5
const WIDE = 30
const FAR_WIDE = 15

/** How many went this way, as the width of the ribbon: its area grows with the people. */
export function ribbonWidth(count: number, busiest: number, wide = WIDE): number {
  return count === 0 || busiest === 0
    ? NARROW
    : NARROW + (wide - NARROW) * Math.sqrt(count / busiest)
}

export const WayEdge = memo(function WayEdge({ id, data }: EdgeProps<WayEdgeType>) {
  const { t, i18n } = useTranslation()
  const count = useTransitionCount(id)
  const busiest = useBusiestTransition()
  const path = data?.route.path
  const color = data?.color
  const hold = useCallback(
    (drawn: SVGPathElement | null) => {
      if (path && color) holdWay(id, drawn, color)
    },
    [id, path, color],
  )
  const main = useIsMainWay(id)
  const all = useStored(allWays) === 'on'
  if (!data) return null
  if (!main && busiest > 0 && !all && data.tone !== 'lit') {
    // Not drawn, but walked: whoever goes this way is seen on it.
    return <path className={css.hidden} d={path} ref={hold} />
  }
  const { route, tone, transition } = data
  const { x, y, turn } = route.end
  return (
    <g
      className={css.way}
      data-tone={tone}
      data-kind={route.kind}
      data-unused={count === 0}
      style={{ color }}
    >
      <path
        className={css.ribbon}
        d={route.path}
        strokeWidth={ribbonWidth(count, busiest, route.kind === 'far' ? FAR_WIDE : WIDE)}
      />
      <path className={css.thread} d={route.path} ref={hold} />
      <path
        className={css.tip}
        d="M-7 -4.500 0 0-7 4.500"
        transform={`translate(${x} ${y}) rotate(${turn})`}
      />
      {data.named && (
        <EdgeLabelRenderer>
          <div
            className={css.label}
            style={{
              transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)`,
            }}
          >
            <b>{formatNumber(count, i18n.language)}</b>{' '}
            {transition.label || t(`journey.transitions.${transition.kind}`)}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  )
})
