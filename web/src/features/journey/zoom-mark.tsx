import { useStore } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'

const FAR_BELOW = 0.66

/** Marks the canvas as seen from afar, where steps say less in larger letters. */
export function ZoomMark({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const far = useStore((state) => state.transform[2] < FAR_BELOW)
  useEffect(() => {
    frame.current?.setAttribute('data-far', String(far))
  }, [frame, far])
  return null
}
