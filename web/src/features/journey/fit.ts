import type { ReactFlowInstance } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import type { CanvasNode } from './drawing'
import type { Layout } from './layout'
import type { WayEdgeType } from './way-edge'

export type Flow = ReactFlowInstance<CanvasNode, WayEdgeType>

/** A phone cannot show the whole and be read; it begins where the journey does. */
const PHONE_MAX = 760
const PHONE_VIEW = { x: 16, y: 16, zoom: 0.72 }
const PADDING = 0.04
const ZOOM_MAX = 1.1

/**
 * Shows the whole ground, steps and lanes alike, until the reader moves it. Returns what shows it
 * again, and what to call when the reader took over.
 */
export function useFit(flow: Flow | undefined, layout: Layout) {
  const taken = useRef(false)
  const { width, height } = layout
  const fit = useCallback(
    (duration = 260) => {
      if (!flow) return
      if (window.innerWidth < PHONE_MAX) void flow.setViewport(PHONE_VIEW, { duration })
      else {
        const ground = { x: 0, y: 0, width, height }
        void flow
          .fitBounds(ground, { padding: PADDING, duration })
          .then(() => flow.getZoom() > ZOOM_MAX && flow.zoomTo(ZOOM_MAX))
      }
    },
    [flow, width, height],
  )
  useEffect(() => {
    if (!taken.current) fit(0)
  }, [fit])
  return { fit: () => fit(), takeOver: useCallback(() => (taken.current = true), []) }
}
