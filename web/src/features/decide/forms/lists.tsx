import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueForms } from '~/lib/api-schemas'
import { Icon } from '~/ui/icon'
import { scopeInWords } from '../words'
import { problemsIn, useForms } from './context'
import { Frame } from './fields'
import css from './forms.module.css'
import { newAction } from './growing'
import { newLimit, type OftenKind } from './often-forms'
import { newRule, TESTS } from './rule-form'
import type { Place } from './use-edits'

interface ListProps {
  at: string | undefined
  onGo: (id: string) => void
}

/** One line of a list: its words, whether it has a mistake or differs from what runs. */
function Row({
  id,
  words,
  under,
  place,
  at,
  onGo,
}: ListProps & { id: string; words: string; under?: string; place: Place }) {
  const { t } = useTranslation()
  const { draft } = useForms()
  const wrong = problemsIn(draft, place).length > 0
  const changed = draft.differences.some(
    (each) => each.file === place.file && place.path.every((name, i) => each.path[i] === name),
  )
  const here = id === at
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (here) button.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-current={here ? 'true' : undefined}
        onClick={() => onGo(id)}
      >
        <span>
          {words}
          {under && <small>{under}</small>}
        </span>
        {wrong ? (
          <b data-wrong="true">{t('decide.drafts.wrong')}</b>
        ) : (
          changed && <b>{t('decide.drafts.changed')}</b>
        )}
      </button>
    </li>
  )
}

function Find({ label, onChange }: { label: string; onChange: (typed: string) => void }) {
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase())}
      classNames={{ label: 'visually-hidden' }}
    />
  )
}

export function ActionList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed } = useForms()
  const [wanted, setWanted] = useState('')
  const fits = (name: string, owner: string | undefined) =>
    `${name} ${owner ?? ''}`.toLowerCase().includes(wanted)
  return (
    <>
      <Find label={t('decide.actions.find')} onChange={setWanted} />
      {!fixed && <AddAction onGo={props.onGo} />}
      <div className={css.list}>
        {forms.issues.map((issue) =>
          issue.groups.map((group) => {
            const actions = group.actions.filter((each) => fits(each.name ?? each.id, each.owner))
            if (actions.length === 0) return null
            return (
              <section key={group.id}>
                <h3>
                  {issue.name ?? issue.id} › {group.name ?? group.id}
                </h3>
                <ul>
                  {actions.map((action) => (
                    <Row
                      key={action.id}
                      {...props}
                      id={action.id}
                      words={action.name ?? action.id}
                      place={action}
                    />
                  ))}
                </ul>
              </section>
            )
          }),
        )}
      </div>
    </>
  )
}

function AddAction({ onGo }: { onGo: (id: string) => void }) {
  const { t } = useTranslation()
  const { forms, edit } = useForms()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const groups = forms.issues.flatMap((issue) => issue.groups)
  const [group, setGroup] = useState(groups[0]?.id ?? '')
  if (!open) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('forms.action.add')}
      </Button>
    )
  }
  return (
    <form
      className={css.adder}
      onSubmit={(event) => {
        event.preventDefault()
        const made = name.trim() === '' ? undefined : newAction(name.trim(), group, forms)
        if (!made) return
        edit(made.edits)
        setOpen(false)
        setName('')
        onGo(made.id)
      }}
    >
      <Frame label={t('forms.action.newName')} problems={[]}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Frame>
      <Frame label={t('forms.action.group')} problems={[]}>
        {(ids) => (
          <select {...ids} value={group} onChange={(event) => setGroup(event.currentTarget.value)}>
            {groups.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name ?? each.id}
              </option>
            ))}
          </select>
        )}
      </Frame>
      <div className={css.tools}>
        <Button type="submit" disabled={name.trim() === ''}>
          {t('forms.add')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('forms.cancel')}
        </Button>
      </div>
    </form>
  )
}

export function RuleList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed, edit, names } = useForms()
  const [wanted, setWanted] = useState('')
  const under = (rule: CatalogueForms['rules'][number]) =>
    [scopeInWords({ ...rule.scope }, names, t), rule.owner].filter(Boolean).join(' · ')
  const known: readonly string[] = TESTS
  return (
    <>
      <Find label={t('forms.suits.find')} onChange={setWanted} />
      {!fixed && (
        <Button
          variant="default"
          onClick={() => {
            const { edits, id } = newRule(forms, { level: 'all', id: '' }, undefined)
            edit(edits)
            props.onGo(id)
          }}
        >
          {t('forms.suits.add')}
        </Button>
      )}
      <div className={css.list}>
        {[...TESTS, undefined].map((test) => {
          const rules = forms.rules.filter(
            (rule) =>
              (test ? rule.test === test : !known.includes(rule.test ?? '')) &&
              `${rule.sentence ?? rule.id} ${under(rule)}`.toLowerCase().includes(wanted),
          )
          if (rules.length === 0) return null
          return (
            <section key={test ?? ''}>
              <h3>{test ? t(`decide.suits.${test}`) : t('decide.drafts.wrong')}</h3>
              <ul>
                {rules.map((rule) => (
                  <Row
                    key={rule.id}
                    {...props}
                    id={rule.id}
                    words={rule.sentence ?? rule.id}
                    under={under(rule)}
                    place={rule}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </>
  )
}

export function OftenList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed, edit, names } = useForms()
  const parts = [
    {
      kind: 'cap' as const,
      title: t('decide.often.caps'),
      rules: forms.contacts.filter((each) => !each.pauses),
    },
    {
      kind: 'rest' as const,
      title: t('decide.often.rests'),
      rules: forms.contacts.filter((each) => each.pauses),
    },
    { kind: 'volume' as const, title: t('decide.often.volumes'), rules: forms.volumes },
  ]
  const add = (kind: OftenKind) => {
    const { edits, id } = newLimit(forms, kind)
    edit(edits)
    props.onGo(id)
  }
  return (
    <div className={css.list}>
      {parts.map(({ kind, title, rules }) => (
        <section key={kind}>
          <h3>{title}</h3>
          <ul>
            {rules.map((rule) => (
              <Row
                key={rule.id}
                {...props}
                id={rule.id}
                words={rule.sentence ?? rule.id}
                under={[scopeInWords({ ...rule.scope }, names, t), rule.owner]
                  .filter(Boolean)
                  .join(' · ')}
                place={rule}
              />
            ))}
          </ul>
          {!fixed && (
            <button type="button" className={css.plain} onClick={() => add(kind)}>
              + {t(`forms.often.add.${kind}`)}
            </button>
          )}
        </section>
      ))}
    </div>
  )
}
