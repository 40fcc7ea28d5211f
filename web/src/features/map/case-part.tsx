import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { refreshCase } from './api'
import css from './case-page.module.css'
import { useDraft } from './use-draft'
import { useHere } from './ui-store'
import { say, type Element } from './wire'

export type PartField =
  | 'person'
  | 'story'
  | 'need'
  | 'costOfNothing'
  | 'change'
  | 'because'
  | 'personEffect'
  | 'staffEffect'
  | 'organisationEffect'
  | 'ask'
  | 'firstStep'
  | 'decisionReason'
  | 'resultWords'

/** Which parts of a case the map has left behind, and whether somebody rewrote them. */
export type Stale = ReadonlyMap<string, { edited: boolean }>

/** Says that the map has moved on; what people rewrote is replaced only when they ask for it. */
export function StaleMark({
  story,
  field,
  stale,
  mayMap,
}: {
  story: Element
  field: string
  stale: Stale
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  const old = stale.get(field)
  if (!old) return null
  return (
    <>
      <span className={css.old}>{t('map.case.stale')}</span>
      {old.edited && mayMap && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            void refreshCase(store.id, story.id, [field], true).catch((failure: Error) =>
              store.refuse(failure.message),
            )
          }
        >
          {t('map.case.takeMaps')}
        </Button>
      )}
    </>
  )
}

/** One part of a case in words, edited where it stands. */
export function Part({
  story,
  field,
  stale,
  mayMap,
}: {
  story: Element
  field: PartField
  stale: Stale
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const draft = useDraft(story, field, t('map.did.case'))
  return (
    <section className={css.part}>
      <h2>
        {t(`map.case.${field}`)}
        <StaleMark story={story} field={field} stale={stale} mayMap={mayMap} />
      </h2>
      {mayMap ? (
        <textarea
          {...draft}
          aria-label={t(`map.case.${field}`)}
          rows={1}
          maxLength={2000}
          placeholder={t('map.case.missing')}
        />
      ) : (
        <p>{say(story, field)}</p>
      )}
    </section>
  )
}

/** A short text of a case with its label: a name, a measure, a unit. */
export function Line({
  story,
  field,
  label,
  placeholder,
  mayMap,
}: {
  story: Element
  field: string
  label: string
  placeholder?: string
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const draft = useDraft(story, field, t('map.did.case'))
  return (
    <label className={css.line}>
      {label}
      <input {...draft} disabled={!mayMap} maxLength={160} placeholder={placeholder} />
    </label>
  )
}

/** A day of a case with its label. */
export function Day({
  story,
  field,
  label,
  mayMap,
}: {
  story: Element
  field: string
  label: string
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const { store } = useHere()
  return (
    <label className={css.line}>
      {label}
      <input
        type="date"
        disabled={!mayMap}
        value={say(story, field)}
        onChange={(event) =>
          store.act(t('map.did.case'), [
            { op: 'set', id: story.id, fields: { [field]: event.target.value } },
          ])
        }
      />
    </label>
  )
}
