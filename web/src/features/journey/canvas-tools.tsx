import { Panel } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { Icon, type IconName } from '~/ui/icon'
import css from './canvas.module.css'
import { useDotUnit } from './live'

interface Props {
  zoomIn: () => void
  zoomOut: () => void
  fit: () => void
  /** Whether ways that nobody took are drawn as well. */
  all: boolean
  onAll: (on: boolean) => void
  motion: boolean
  onMotion: (on: boolean) => void
}

export function CanvasTools({ zoomIn, zoomOut, fit, all, onAll, motion, onMotion }: Props) {
  const { t, i18n } = useTranslation()
  const unit = useDotUnit()
  const tool = (label: string, icon: IconName, run: () => void) => (
    <button type="button" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  )
  return (
    <Panel position="bottom-left" className={css.tools}>
      <div className={css.buttons}>
        {tool(t('journey.zoomIn'), 'plus', zoomIn)}
        {tool(t('journey.zoomOut'), 'minus', zoomOut)}
        {tool(t('journey.fit'), 'fit', fit)}
        <button
          type="button"
          aria-pressed={all}
          aria-label={t('journey.allWays')}
          title={t('journey.allWays')}
          onClick={() => onAll(!all)}
        >
          <Icon name="split" />
        </button>
        <button
          type="button"
          aria-pressed={motion}
          aria-label={t('journey.motion')}
          title={t('journey.motion')}
          onClick={() => onMotion(!motion)}
        >
          <Icon name={motion ? 'pause' : 'play'} />
        </button>
      </div>
      <p className={css.legend}>
        <span aria-hidden="true" />
        {t('journey.dotIs', { count: unit, people: formatNumber(unit, i18n.language) })}
        {!all && ` · ${t('journey.mainWays')}`}
      </p>
    </Panel>
  )
}
