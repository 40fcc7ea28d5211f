import { useTranslation } from 'react-i18next'
import css from './fate-chip.module.css'
import { useTried } from './trial'
import { stageInWords } from './words'

/** What became of an action for the person who is tried; nothing where nobody is. */
export function FateChip({ action }: { action: string }) {
  const { t } = useTranslation()
  const fate = useTried().fates.get(action)
  if (!fate) return <span />
  switch (fate.kind) {
    case 'shown':
      return (
        <span className={css.chip} data-fate="shown">
          {t('decide.fates.shown', { placement: fate.placement })}
        </span>
      )
    case 'weighed':
      return (
        <span className={css.chip} data-fate="weighed">
          {t('decide.fates.weighed', { place: fate.place })}
        </span>
      )
    case 'dropped':
      return (
        <span className={css.chip} data-fate="dropped" title={fate.sentence}>
          {stageInWords(fate.stage, t)}
        </span>
      )
  }
}
