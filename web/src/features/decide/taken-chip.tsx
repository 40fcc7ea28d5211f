import { useTranslation } from 'react-i18next'
import css from './taken-chip.module.css'
import { useTried } from './trial'

/** How many candidates a rule took out for the person who is tried. */
export function TakenChip({ component }: { component: string }) {
  const { t } = useTranslation()
  const { taken, view } = useTried()
  if (!view) return null
  const count = taken.get(component) ?? 0
  return (
    <p className={css.chip} data-none={count === 0}>
      {count === 0 ? t('decide.takenNone') : t('decide.taken', { count })}
    </p>
  )
}
