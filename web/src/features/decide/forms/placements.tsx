import { useTranslation } from 'react-i18next'
import type { CatalogueForms, CatalogueFormsChannelForm } from '~/lib/api-schemas'
import { ownProblems, problemsIn, useForms } from './context'
import { TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { within } from './use-edits'

/** Where something stands in a channel: what people call each placement, and the id that code uses. */
export function Placements({ channel }: { channel: CatalogueFormsChannelForm }) {
  const { t } = useTranslation()
  const { draft, forms } = useForms()
  const place = within(channel, 'placements')
  const all = placementsOf(forms, channel.id)
  return (
    <section>
      <h3>{t('decide.try.placements')}</h3>
      <p className={css.lead}>
        {t(all.length === 0 ? 'forms.channels.noPlacements' : 'forms.channels.placements')}
      </p>
      <Mistakes
        problems={ownProblems(
          draft,
          place,
          all.map((each) => each.id),
        ).filter((each) => problemsIn(draft, channel).includes(each))}
      />
      {all.length > 0 && (
        <ul className={css.placements}>
          {all.map((each) => (
            <li key={each.id}>
              <TextField
                place={within(place, each.id)}
                label={t('forms.channels.placementName', { id: each.id })}
                value={each.name}
              />
              <p>
                <code>{each.id}</code>
                <small>{t('forms.channels.used', { count: each.uses })}</small>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export interface Placement {
  id: string
  /** What people call it, if anybody said. */
  name: string | undefined
  /** How often something is made for it. */
  uses: number
}

/** The placements of a channel: those it names, then those that actions name alone. */
export function placementsOf(forms: CatalogueForms, channel: string | undefined): Placement[] {
  const named = forms.channels.find((each) => each.id === channel)?.placements ?? {}
  const uses = new Map(Object.keys(named).map((id) => [id, 0]))
  for (const rendering of renderingsOf(forms)) {
    if (rendering.channel !== channel) continue
    for (const id of rendering.placements) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return [...uses].map(([id, uses]) => ({ id, name: named[id], uses }))
}

export const placementInWords = (placement: Placement) => placement.name ?? placement.id

export const renderingsOf = (forms: CatalogueForms) =>
  forms.issues
    .flatMap((issue) => issue.groups)
    .flatMap((group) => group.actions)
    .flatMap((action) => action.renderings)
