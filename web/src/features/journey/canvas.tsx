import { Background, BackgroundVariant, MiniMap, ReactFlow, ViewportPortal } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Journey } from '~/lib/api-types'
import { useStored } from '~/lib/stored'
import { stageColor } from '~/ui/stage-color'
import { Bands } from './bands'
import css from './canvas.module.css'
import { CanvasTools } from './canvas-tools'
import { EndingNode } from './ending-node'
import { useFit, type Flow } from './fit'
import { layOut } from './layout'
import { useLiveContext } from './live'
import { motion, useMovingDots } from './moving-dots'
import { useReveal } from './reveal'
import { drawing, type CanvasNode } from './drawing'
import { PassingNode } from './passing-node'
import { StepNode } from './step-node'
import { allWays, WayEdge, type WayEdgeType } from './way-edge'
import { ZoomMark } from './zoom-mark'

const nodeTypes = { step: StepNode, passing: PassingNode, ending: EndingNode }
const edgeTypes = { way: WayEdge }

interface Props {
  journey: Journey
  selected: string | undefined
  onSelect: (step: string | undefined) => void
}

/** The journey as a landscape: stages across, people as dots, every way as wide as its traffic. */
export default function Canvas({ journey, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const live = useLiveContext()
  const frame = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLDivElement>(null)
  const [flow, setFlow] = useState<Flow>()
  const [hovered, setHovered] = useState<string>()
  const moving = useStored(motion) === 'on'
  const layout = useMemo(() => layOut(journey), [journey])
  const focus = hovered ?? selected
  const { nodes, edges } = useMemo(
    () => drawing(layout, focus, selected, t),
    [layout, focus, selected, t],
  )
  const { fit, takeOver } = useFit(flow, layout)
  useMovingDots(live, frame, ground, moving)
  useReveal(flow, frame, layout, selected)
  const stages = layout.bands.filter((band) => !band.ending).length
  return (
    <div className={css.frame} ref={frame}>
      <ReactFlow<CanvasNode, WayEdgeType>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={setFlow}
        onMoveStart={(event) => event && takeOver()}
        minZoom={0.15}
        maxZoom={1.75}
        panOnScroll
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        elementsSelectable
        deleteKeyCode={null}
        onlyRenderVisibleElements={layout.placed.size > 200}
        onNodeClick={(_, node) => onSelect(node.id)}
        onPaneClick={() => onSelect(undefined)}
        onNodeMouseEnter={(_, node) => setHovered(node.id)}
        onNodeMouseLeave={() => setHovered(undefined)}
        onSelectionChange={({ nodes: [node] }) => node && node.id !== selected && onSelect(node.id)}
        aria-label={t('journey.canvasLabel', { name: journey.name })}
      >
        <Background variant={BackgroundVariant.Dots} gap={26} size={1.4} color="var(--line)" />
        <ZoomMark frame={frame} />
        <ViewportPortal>
          <Bands bands={layout.bands} />
          <div className={css.dots} ref={ground} />
        </ViewportPortal>
        <MiniMap
          pannable
          zoomable
          position="bottom-right"
          className={css.map}
          style={{ width: 168, height: 92 }}
          ariaLabel={null}
          nodeBorderRadius={10}
          nodeColor={(node) => stageColor(layout.placed.get(node.id)?.column ?? 0, stages)}
          maskColor="color-mix(in oklab, var(--paper) 70%, transparent)"
          bgColor="var(--surface)"
        />
        <CanvasTools
          zoomIn={() => void flow?.zoomIn({ duration: 180 })}
          zoomOut={() => void flow?.zoomOut({ duration: 180 })}
          fit={fit}
          motion={moving}
          all={useStored(allWays) === 'on'}
          onAll={(on) => allWays.set(on ? 'on' : 'off')}
          onMotion={(on) => motion.set(on ? 'on' : 'off')}
        />
      </ReactFlow>
    </div>
  )
}
