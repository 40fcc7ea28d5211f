import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForms } from './context'
import css from './forms.module.css'
import { Frame } from './frame'
import { newAction } from './growing'
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
