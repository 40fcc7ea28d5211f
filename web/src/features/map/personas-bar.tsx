import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Face } from '~/ui/face'
import { Icon } from '~/ui/icon'
import { addPersona } from './gestures'
import css from './map-head.module.css'
import { useBoard, useHere, useUi } from './ui-store'
import { say } from './wire'

/** As many people as one map follows. */
const PERSONAS_MAX = 5

/** Whose journey it is: the person whose line is drawn in front, and the wish beside it. */
export function PersonasBar() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const personas = useBoard(({ reading }) => reading.personas)
  const chosen = useUi((state) => state.persona)
  const toBe = useUi((state) => state.toBe)
  const shown = personas.find(({ id }) => id === chosen) ?? personas[0]
  const add = () => {
    const { ops, id } = addPersona(store.view().reading, t('map.newPersona'))
    store.act(t('map.did.persona'), ops)
    ui.set({ persona: id })
  }
  if (!shown && !mayMap) return null
  return (
    <div className={css.personas} role="group" aria-label={t('map.whose')}>
      {personas.map((persona) => (
        <button
          key={persona.id}
          type="button"
          aria-pressed={persona === shown}
          onClick={() => ui.set({ persona: persona.id })}
        >
          <Face id={persona.id} name={say(persona, 'name')} size={24} />
          {say(persona, 'name')}
        </button>
      ))}
      {mayMap && personas.length < PERSONAS_MAX && (
        <button type="button" onClick={add}>
          <Icon name="plus" size={14} /> {t(shown ? 'map.addPersona' : 'map.firstPersona')}
        </button>
      )}
      {shown && (
        <>
          {say(shown, 'quote') !== '' && <q className={css.quote}>{say(shown, 'quote')}</q>}
          {!store.guest && (
            <Link href={`/maps/${store.id}/personas/${shown.id}`} className={css.about}>
              {t('map.about')}
            </Link>
          )}
          <button
            type="button"
            className={css.toBe}
            aria-pressed={toBe}
            onClick={() => ui.set({ toBe: !toBe })}
          >
            {t('map.curve.show')}
          </button>
        </>
      )}
    </div>
  )
}
