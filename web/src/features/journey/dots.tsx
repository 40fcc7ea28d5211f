import { useDotUnit } from './live'
import css from './dots.module.css'

const COLUMNS = 24
const PITCH = 7.5

/** A crowd one can see: each dot is as many people as the legend says, at least one if anyone is here. */
export function Dots({ people, color }: { people: number; color: string }) {
  const unit = useDotUnit()
  const dots = people === 0 ? 0 : Math.max(1, Math.round(people / unit))
  const rows = Math.floor(dots / COLUMNS)
  const rest = dots % COLUMNS
  return (
    <div className={css.dots} style={{ color }} aria-hidden="true">
      <div style={{ inlineSize: COLUMNS * PITCH, blockSize: rows * PITCH }} />
      <div style={{ inlineSize: rest * PITCH, blockSize: rest > 0 ? PITCH : 0 }} />
    </div>
  )
}
