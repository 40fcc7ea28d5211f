import { useTranslation } from 'react-i18next'
import { stageColor, stageSoft } from '~/ui/stage-color'
import type { Band } from './layout'
import css from './bands.module.css'

/** The stages behind the steps, each a strip of its own ground. */
export function Bands({ bands }: { bands: readonly Band[] }) {
  const { t } = useTranslation()
  const stages = bands.filter((band) => !band.ending).length
  return bands.map((band) => (
    <div
      key={band.ending ? 'endings' : band.id}
      className={css.band}
      style={{
        transform: `translate(${band.x}px, 0)`,
        inlineSize: band.width,
        blockSize: band.height,
        ['--ground' as string]: band.ending ? 'var(--sunken)' : stageSoft(band.index, stages),
      }}
    >
      <span
        className={css.name}
        style={{ color: band.ending ? 'var(--ink-soft)' : stageColor(band.index, stages) }}
      >
        {band.ending ? t('journey.endingsBand') : band.name}
      </span>
    </div>
  ))
}
