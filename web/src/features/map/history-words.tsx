import { useTranslation } from 'react-i18next'
import type { Difference } from './history-api'
import { laneName } from './lane-name'
import { useBoard } from './ui-store'
import { say, words, type Element } from './wire'

/** Fields that hold ids, which nobody reads: what they name is told instead. */
const NAMING = new Set(['lane', 'column', 'stage', 'persona', 'team', 'teams', 'moment', 'idea'])

/** One difference in words: what it is on, which detail of it, and both of what it held. */
export function Change({ change }: { change: Difference }) {
  const { t, i18n } = useTranslation()
  const doc = useBoard((view) => view.doc)
  const known = (key: string) => (i18n.exists(key) ? t(key as 'map.words.other') : undefined)
  const named = (id: string) => {
    const element: Element | undefined = doc.live.get(id) ?? doc.deleted.get(id)
    if (element?.kind === 'lane') return laneName(element)
    return element ? words(element) || say(element, 'title') : id
  }
  const value = (held: string | undefined) => {
    if (!held) return t('map.words.nothing')
    if (NAMING.has(change.field ?? '')) return held.split(', ').map(named).join(', ')
    if (held === 'true' || held === 'false')
      return t(held === 'true' ? 'map.words.yes' : 'map.words.no')
    return change.field === 'evidence' ? (known(`map.evidence.${held}`) ?? held) : held
  }
  const kind = known(`map.words.kinds.${change.kind}`) ?? change.kind
  const what = change.words || kind
  if (change.change !== 'changed')
    return (
      <p>
        {what} {change.words && <small>{kind}</small>}
      </p>
    )
  return (
    <p>
      {what} <small>{known(`map.words.fields.${change.field}`) ?? t('map.words.other')}</small>
      {change.field !== 'order' && (
        <>
          <del>{value(change.was)}</del> <ins>{value(change.is)}</ins>
        </>
      )}
    </p>
  )
}

/** What a revision is called: what the server called it is said in the reader's language. */
export function useLabel() {
  const { t, i18n } = useTranslation()
  return (label: string) => {
    const key = `map.history.labels.${label}`
    return label !== '' && !label.includes('.') && i18n.exists(key)
      ? t(key as 'map.history.labels.Restore')
      : label
  }
}
