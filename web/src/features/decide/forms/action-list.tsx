import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsGroupForm } from '~/lib/api-schemas'
import { useForms } from './context'
import css from './forms.module.css'
import { Frame } from './frame'
import { newAction, newIssue } from './growing'
import { NameAdder } from './name-adder'
import { Find, Row, type ListProps } from './row'

/** Every action under its issue and group, and the way to another. */
export function ActionList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed } = useForms()
  const [wanted, setWanted] = useState('')
  const fits = (name: string, owner: string | undefined) =>
    `${name} ${owner ?? ''}`.toLowerCase().includes(wanted)
  return (
    <>
      <Find label={t('decide.actions.find')} onChange={setWanted} />
      {!fixed && (
        <>
          <AddAction onGo={props.onGo} />
          <AddIssue onGo={props.onGo} />
        </>
      )}
      <div className={css.list}>
        {forms.issues.map((issue) => {
          const groups = issue.groups.map((group) => ({
            ...group,
            actions: group.actions.filter((each) => fits(each.name ?? each.id, each.owner)),
          }))
          if (wanted !== '' && groups.every((group) => group.actions.length === 0)) return null
          const at = issueAt(issue.id)
          return (
            <section key={issue.file}>
              <h3>
                <button
                  type="button"
                  aria-current={props.at === at ? 'true' : undefined}
                  onClick={() => props.onGo(at)}
                >
                  {issue.name ?? issue.id}
                </button>
              </h3>
              {groups.map((group) => (
                <Group key={group.id} {...props} group={group} finding={wanted !== ''} />
              ))}
              {groups.length === 0 && <p className={css.hint}>{t('forms.issue.none')}</p>}
            </section>
          )
        })}
      </div>
    </>
  )
}

/** An issue among actions in the address of a page. */
export const issueAt = (id: string) => `issue:${id}`

interface GroupProps extends ListProps {
  group: CatalogueFormsGroupForm
  finding: boolean
}

function Group({ group, finding, ...props }: GroupProps) {
  const { t } = useTranslation()
  if (finding && group.actions.length === 0) return null
  return (
    <>
      <h4>{group.name ?? group.id}</h4>
      <ul>
        {group.actions.map((action) => (
          <Row
            key={action.id}
            {...props}
            id={action.id}
            words={action.name ?? action.id}
            place={action}
          />
        ))}
      </ul>
      {group.actions.length === 0 && <p className={css.hint}>{t('forms.issue.emptyShort')}</p>}
    </>
  )
}

function AddIssue({ onGo }: { onGo: (id: string) => void }) {
  const { t } = useTranslation()
  const { forms, edit } = useForms()
  return (
    <details className={css.more}>
      <summary>{t('forms.issue.add')}</summary>
      <NameAdder
        label={t('forms.issue.newName')}
        onAdd={async (name) => {
          const made = newIssue(name, forms)
          const isKept = await edit(made.edits)
          if (isKept) onGo(issueAt(made.id))
          return isKept
        }}
      />
    </details>
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
        void edit(made.edits).then((isKept) => {
          if (!isKept) return
          setOpen(false)
          setName('')
          onGo(made.id)
        })
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
            {forms.issues.map((issue) => (
              <optgroup key={issue.file} label={issue.name ?? issue.id}>
                {issue.groups.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name ?? each.id}
                  </option>
                ))}
              </optgroup>
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
