import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './board.module.css'
import { useBoard } from './ui-store'

const SHOWN_MILLIS = 9000

/** Why something was not done, or what came of it, over whatever is open, until it has been read. */
export function Refusal() {
  const { t } = useTranslation()
  const refusal = useBoard((view) => view.refusal)
  const [hidden, setHidden] = useState(0)
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!refusal) return
    const timer = setTimeout(() => setHidden(refusal.at), SHOWN_MILLIS)
    return () => clearTimeout(timer)
  }, [refusal])
  const words = refusal?.code === 'unkept' ? t('map.unkept') : refusal?.message
  const isShown =
    refusal && words && hidden !== refusal.at && !['conflict', 'deleted'].includes(refusal.code)
  const at = isShown ? refusal.at : 0
  useEffect(() => {
    // A dialog lies above everything but what is shown after it.
    if (at > 0) box.current?.showPopover()
  }, [at])
  if (!isShown) return null
  return (
    <p
      key={at}
      ref={box}
      className={css.refusal}
      role={refusal.code === 'told' ? 'status' : 'alert'}
      popover="manual"
    >
      {words}
    </p>
  )
}
