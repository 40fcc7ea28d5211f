import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue } from '~/lib/api-schemas'
import { placesOf } from './catalogue'
import { FateChip } from './fate-chip'
import css from './places-tab.module.css'

/** Where things can be shown, and what is made for each place. */
export function PlacesTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={css.hint}>{t('decide.places.hint')}</p>
      {placesOf(catalogue).map((place) => (
        <section key={place.channel} className={css.channel}>
          <h2 className="serif">{place.channel}</h2>
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
                  {placement ?? t('decide.actions.anyPlace')}
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
