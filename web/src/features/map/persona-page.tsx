import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Choice } from '~/ui/choice'
import { Empty, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { AlikePeople } from './alike'
import { BoardFrame } from './board-frame'
import { linesOf } from './gestures'
import css from './persona-page.module.css'
import { useBoard, useHere } from './ui-store'
import { useDraft } from './use-draft'
import { useTyped } from './use-typed'
import { list, say, type Element } from './wire'

/** Somebody we know: the person whose journey it is, in their own words. */
export default function PersonaPage({ id, persona }: { id: string; persona: string }) {
  return (
    <BoardFrame id={id}>
      <Persona id={persona} />
    </BoardFrame>
  )
}

const TEXTS = ['quote', 'purpose', 'context'] as const
const LISTS = ['functionalNeeds', 'emotionalNeeds', 'channels', 'people'] as const

function Persona({ id }: { id: string }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const joined = useBoard((view) => view.joined)
  const persona = useBoard(({ doc }) => doc.live.get(id))
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  if (!joined) return <Loading rows={6} />
  if (!persona) return <Empty title={t('map.persona.gone')} />
  return (
    <Page title={say(persona, 'name')}>
      <div className={css.page}>
        <Link href={`/maps/${store.id}`} className={css.back}>
          <Icon name="back" size={16} /> {t('map.back')}
        </Link>
        <h1 className="visually-hidden">{say(persona, 'name')}</h1>
        <Name persona={persona} mayMap={mayMap} />
        {TEXTS.map((field) => (
          <Words key={field} persona={persona} field={field} mayMap={mayMap} />
        ))}
        <div className={css.two}>
          {LISTS.map((field) => (
            <Area
              key={field}
              label={t(`map.persona.${field}`)}
              value={list(persona, field).join('\n')}
              mayMap={mayMap}
              save={(value) => {
                const next = linesOf(value).slice(0, 40)
                if (next.join('\n') !== list(persona, field).join('\n'))
                  store.act(t('map.did.persona'), [
                    { op: 'set', id: persona.id, fields: { [field]: next } },
                  ])
              }}
            />
          ))}
        </div>
        <Known persona={persona} mayMap={mayMap} />
        <AlikePeople persona={persona} mayMap={mayMap} />
      </div>
    </Page>
  )
}

function Name({ persona, mayMap }: { persona: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const draft = useDraft(persona, 'name', t('map.did.persona'), { needed: true })
  return (
    <TextInput
      {...draft}
      className={css.name!}
      label={t('map.persona.name')}
      maxLength={160}
      size="md"
      disabled={!mayMap}
    />
  )
}

function Words({
  persona,
  field,
  mayMap,
}: {
  persona: Element
  field: (typeof TEXTS)[number]
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const draft = useDraft(persona, field, t('map.did.persona'))
  return (
    <label className={css.area} data-big={field === 'quote' ? '' : undefined}>
      {t(`map.persona.${field}`)}
      <textarea {...draft} rows={2} disabled={!mayMap} maxLength={2000} />
    </label>
  )
}

function Known({ persona, mayMap }: { persona: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  if (!mayMap) return null
  return (
    <Choice
      label={t('map.howKnown')}
      value={say(persona, 'evidence')}
      onChange={(evidence) =>
        store.act(t('map.did.persona'), [{ op: 'set', id: persona.id, fields: { evidence } }])
      }
      options={(['guess', 'said', 'measured'] as const).map((value) => ({
        value,
        label: t(`map.evidence.${value}`),
      }))}
    />
  )
}

function Area({
  label,
  value,
  mayMap,
  save,
}: {
  label: string
  value: string
  mayMap: boolean
  save: (value: string) => void
}) {
  const typed = useTyped(value, value, (text, before) => {
    if (text !== before) save(text.trim())
  })
  return (
    <label className={css.area}>
      {label}
      <textarea {...typed} rows={3} disabled={!mayMap} maxLength={2000} />
    </label>
  )
}
