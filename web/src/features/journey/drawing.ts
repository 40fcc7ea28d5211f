import type { TFunction } from 'i18next'
import { stageColor } from '~/ui/stage-color'
import type { EndingNodeType } from './ending-node'
import { isPassing, type Layout } from './layout'
import type { PassingNodeType } from './passing-node'
import { routeBetween } from './route'
import type { StepNodeType } from './step-node'
import type { WayEdgeType } from './way-edge'
import { ENDING_COLOR } from './words'

export type CanvasNode = StepNodeType | PassingNodeType | EndingNodeType

/** More names than these would lie on top of each other; the panel lists all of them. */
const NAMED_MAX = 5

/** The layout as the canvas kit wants it, with what touches the focused step brought forward. */
export function drawing(
  layout: Layout,
  focus: string | undefined,
  selected: string | undefined,
  t: TFunction,
): { nodes: CanvasNode[]; edges: WayEdgeType[] } {
  const stages = layout.bands.filter((band) => !band.ending).length
  const near = new Set([focus])
  let touching = 0
  for (const { from, to } of layout.transitions) {
    if (from === focus) near.add(to)
    if (to === focus) near.add(from)
    if (from === focus || to === focus) touching++
  }
  const dimmed = (id: string) => focus !== undefined && !near.has(id)
  const nodes = [...layout.placed.values()].map((placed): CanvasNode => {
    const common = {
      id: placed.id,
      position: { x: placed.x, y: placed.y },
      width: placed.width,
      height: placed.height,
      selected: placed.id === selected,
      // Above the ways, those of the focused step too: a line never runs over a name.
      zIndex: 2,
    }
    const { ending, step } = placed
    if (ending) {
      const kind = t(`journey.endings.${ending.kind}`)
      return {
        ...common,
        type: 'ending',
        ariaLabel: `${ending.name}, ${kind}`,
        data: { ending, dimmed: dimmed(placed.id) },
      }
    }
    if (!step) throw new Error(`neither step nor ending: ${placed.id}`)
    return {
      ...common,
      type: isPassing(step) ? 'passing' : 'step',
      ariaLabel: `${step.name}, ${t(`journey.kinds.${step.kind}`)}`,
      data: {
        step,
        color: stageColor(placed.column, stages),
        dimmed: dimmed(placed.id),
        begins: layout.begins.has(placed.id),
      },
    }
  })
  const edges = layout.transitions.map((transition): WayEdgeType => {
    const from = layout.placed.get(transition.from)!
    const to = layout.placed.get(transition.to)!
    const touches = transition.from === focus || transition.to === focus
    return {
      id: `${transition.from}>${transition.to}`,
      source: transition.from,
      target: transition.to,
      type: 'way',
      selectable: false,
      zIndex: touches ? 1 : 0,
      data: {
        transition,
        route: routeBetween(from, to, layout),
        color: to.ending ? ENDING_COLOR[to.ending.kind] : stageColor(from.column, stages),
        tone: focus === undefined ? 'plain' : touches ? 'lit' : 'dimmed',
        named: touches && touching <= NAMED_MAX,
      },
    }
  })
  return { nodes, edges }
}
