import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'

const QUIET = 2

/** A text as a QR code, to be pointed at with a phone; the text itself stands beside it. */
export function Qr({ text }: { text: string }) {
  const { t } = useTranslation()
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { border: QUIET })
    const dark = data.flatMap((row, y) =>
      row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])),
    )
    return { size: modules, path: dark.join('') }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={t('map.share.qr')}
      viewBox={`0 0 ${size} ${size}`}
      width="208"
      height="208"
      shapeRendering="crispEdges"
      style={{ background: '#fff', borderRadius: 10, justifySelf: 'center' }}
    >
      <path d={path} fill="#111" />
    </svg>
  )
}
