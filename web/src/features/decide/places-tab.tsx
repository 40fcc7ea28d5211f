import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue } from '~/lib/api-schemas'
import { ANY_PLACEMENT, placesOf } from './catalogue'
import { useCalled } from './use-called'
import { FateChip } from './fate-chip'
import css from './places-tab.module.css'

/** Where things can be shown, and what is made for each placement. */
export function PlacesTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t } = useTranslation()
  const called = useCalled()
  return (
    <>
      <p className={css.hint}>{t('decide.places.hint')}</p>
      {placesOf(catalogue).map((place) => (
        <section key={place.channel} className={css.channel}>
          <h2 className="serif">{called.channel(place.channel)}</h2>
          {(place.placements.length > 0 ? place.placements : [undefined]).map((placement) => {
            const actions = place.actions.filter((action) =>
              action.renderings.some(
                (each) =>
                  each.channel === place.channel &&
                  (placement === undefined ||
                    each.placements.length === 0 ||
                    each.placements.includes(placement)),
              ),
            )
            return (
              <div key={placement ?? ''} className={css.place}>
                <h3>
                  {called.placement(place.channel, placement ?? ANY_PLACEMENT)}
                  {placement && <code>{placement}</code>}
                  <small>{t('decide.places.actions', { count: actions.length })}</small>
                </h3>
                <ul>
                  {actions.map((action) => (
                    <li key={action.id}>
                      {action.name}
                      <FateChip action={action.id} />
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </section>
      ))}
    </>
  )
}
