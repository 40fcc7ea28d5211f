import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { DraftView } from '~/lib/api-schemas'
import { personName } from '~/lib/person-name'
import { useRights } from '~/lib/rights'
import { Choice } from '~/ui/choice'
import { usePersonBrief } from '../api'
import { ActionForm } from './action-form'
import { ActionList, issueAt } from './action-list'
import { ChannelForm } from './channel-form'
import { ChannelList } from './channel-list'
import { formNames, FormsProvider, useForms, type Forms } from './context'
import { FeaturesForm } from './features-form'
import css from './forms.module.css'
import { IssueForm } from './issue-form'
import { ContactForm, VolumeForm } from './often-forms'
import { OftenList } from './often-list'
import { PurposesForm } from './purposes-form'
import { RuleForm } from './rule-form'
import { RuleList } from './rule-list'
import { TriedOn } from './tried-on'
import { useEdits } from './use-edits'
import { WeighingForm } from './weighing-form'

const PARTS = [
  ...(['actions', 'suits', 'often', 'weighing', 'purposes'] as const),
  ...(['channels', 'features'] as const),
] as const
type Part = (typeof PARTS)[number]

/** The catalogue of a draft as forms over its files: what is typed is kept, checked and told at its place. */
export function DraftForms({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const part = PARTS.find((each) => each === query.get('part')) ?? 'actions'
  const at = query.get('at') ?? undefined
  const { edit, editList, listing, undo, pending, error, failure } = useEdits(draft)
  const [fields, unkept] = useUnkept()
  const wrong = error ?? (fields.size > 0 ? failure : undefined)
  const person = usePerson(query.get('person') ?? undefined)
  const fixed = draft.state !== 'draft'
  const go = (changes: Record<string, string | undefined>) =>
    setQuery((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const context = useMemo<Forms>(
    () => ({
      draft,
      forms: draft.forms,
      fixed,
      edit,
      editList,
      failure,
      listing,
      unkept,
      person,
      names: formNames(draft.forms),
    }),
    [draft, fixed, edit, editList, failure, listing, unkept, person],
  )
  return (
    <FormsProvider value={context}>
      <div className={css.bar}>
        <Choice<Part>
          label={t('forms.parts.label')}
          quiet
          value={part}
          onChange={(next) => go({ part: next, at: undefined })}
          options={PARTS.map((value) => ({ value, label: t(`forms.parts.${value}`) }))}
        />
        <p className={css.state} role="status" data-wrong={wrong !== undefined}>
          {fixed
            ? t('decide.drafts.fixed')
            : wrong
              ? wrong.message
              : pending
                ? t('decide.drafts.keeping')
                : t('decide.drafts.kept')}
        </p>
        {undo && (
          <button type="button" className={css.plain} onClick={undo}>
            {t('forms.undo')}
          </button>
        )}
        <TriedOn person={person} onChoose={(id) => go({ person: id })} />
      </div>
      <Chosen
        part={part}
        at={at}
        onGo={(part, at) => {
          go({ part, at })
          window.scrollTo({ top: 0 })
        }}
      />
    </FormsProvider>
  )
}

/** The fields whose text could not be kept, until it is. */
function useUnkept() {
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set())
  const unkept = useCallback(
    (field: string, is: boolean) =>
      setFields((before) => {
        if (before.has(field) === is) return before
        const next = new Set(before)
        if (is) next.add(field)
        else next.delete(field)
        return next
      }),
    [],
  )
  return [fields, unkept] as const
}

function usePerson(id: string | undefined) {
  const { t } = useTranslation()
  const { readPeople } = useRights()
  const brief = usePersonBrief(readPeople ? id : undefined).data
  const name = brief ? (personName(brief) ?? t('people.unnamed')) : id
  return useMemo(
    () => (readPeople && id && name ? { id, name } : undefined),
    [readPeople, id, name],
  )
}

interface ChosenProps {
  part: Part
  at: string | undefined
  onGo: (part: Part, at: string | undefined) => void
}

function Chosen({ part, at, onGo }: ChosenProps) {
  switch (part) {
    case 'actions':
    case 'suits':
    case 'often':
    case 'channels':
      return <Listed part={part} at={at} onGo={onGo} />
    case 'weighing':
      return <WeighingForm />
    case 'purposes':
      return <PurposesForm />
    case 'features':
      return <FeaturesForm />
  }
}

interface ListedProps extends ChosenProps {
  part: 'actions' | 'suits' | 'often' | 'channels'
}

const LISTS = {
  actions: ActionList,
  suits: RuleList,
  often: OftenList,
  channels: ChannelList,
}

function Listed({ part, at, onGo }: ListedProps) {
  const { t } = useTranslation()
  const List = LISTS[part]
  return (
    <div className={css.columns} data-chosen={at !== undefined}>
      <nav className={css.side} aria-label={t(`forms.parts.${part}`)}>
        <List at={at} onGo={(id) => onGo(part, id)} />
      </nav>
      <div className={css.main}>
        {at !== undefined && (
          <button type="button" className={css.back} onClick={() => onGo(part, undefined)}>
            ‹ {t('forms.back')}
          </button>
        )}
        <One part={part} at={at} onGo={onGo} />
      </div>
    </div>
  )
}

function One({ part, at, onGo }: ListedProps) {
  const { t } = useTranslation()
  const { forms } = useForms()
  const gone = () => onGo(part, undefined)
  const action = forms.issues
    .flatMap((issue) => issue.groups)
    .flatMap((group) => group.actions)
    .find((each) => part === 'actions' && each.id === at)
  if (action) return <ActionForm key={action.id} action={action} onGo={onGo} />
  const issue = forms.issues.find((each) => part === 'actions' && issueAt(each.id) === at)
  if (issue) return <IssueForm key={issue.file} issue={issue} onGo={onGo} />
  const channel = forms.channels.find((each) => part === 'channels' && each.id === at)
  if (channel) return <ChannelForm key={channel.id} channel={channel} onGone={gone} />
  const rule = forms.rules.find((each) => part === 'suits' && each.id === at)
  if (rule) return <RuleForm key={rule.id} rule={rule} onGone={gone} />
  const contact = forms.contacts.find((each) => part === 'often' && each.id === at)
  if (contact) return <ContactForm key={contact.id} rule={contact} onGone={gone} />
  const volume = forms.volumes.find((each) => part === 'often' && each.id === at)
  if (volume) return <VolumeForm key={volume.id} rule={volume} onGone={gone} />
  return <p className={css.empty}>{t(`forms.choose.${part}`)}</p>
}
