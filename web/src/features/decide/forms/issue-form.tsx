import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsIssueForm } from '~/lib/api-schemas'
import { ownProblems, useForms } from './context'
import { TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { newGroup } from './growing'
import { Head } from './head'
import { NameAdder } from './name-adder'
import { take, takeFile, within } from './use-edits'

interface Props {
  issue: CatalogueFormsIssueForm
  onGo: (part: 'actions', at: string | undefined) => void
}

/** A goal area: what people call it, its weight, and the groups that divide it. */
export function IssueForm({ issue, onGo }: Props) {
  const { t } = useTranslation()
  const { draft, forms, fixed, edit } = useForms()
  const isEmpty = issue.groups.every((group) => group.actions.length === 0)
  return (
    <div className={css.form}>
      <Head
        kind={t('forms.issue.kind')}
        title={issue.name ?? issue.id}
        id={issue.id}
        out={isEmpty ? takeFile(issue.file) : undefined}
        onGone={() => onGo('actions', undefined)}
      >
        <Mistakes problems={ownProblems(draft, issue, ['name', 'lever', 'groups'])} />
      </Head>

      <section>
        <h3>{t('forms.action.what')}</h3>
        <div className={css.fields}>
          <TextField place={within(issue, 'name')} label={t('forms.name')} value={issue.name} />
          <TextField
            place={within(issue, 'lever')}
            label={t('forms.action.lever')}
            kind="number"
            value={issue.lever}
          />
        </div>
      </section>

      <section>
        <h3>{t('forms.issue.groups')}</h3>
        <p className={css.lead}>
          {t(issue.groups.length === 0 ? 'forms.issue.noGroups' : 'forms.issue.groupsHint')}
        </p>
        <ul className={css.renderings}>
          {issue.groups.map((group) => (
            <li key={group.id}>
              <Group issue={issue} group={group} onGo={onGo} />
            </li>
          ))}
        </ul>
        {!fixed && (
          <NameAdder
            label={t('forms.issue.newGroup')}
            onAdd={(name) => edit([newGroup(name, issue, forms)])}
          />
        )}
      </section>
    </div>
  )
}

interface GroupProps extends Props {
  group: CatalogueFormsIssueForm['groups'][number]
}

function Group({ issue, group, onGo }: GroupProps) {
  const { t } = useTranslation()
  const { draft, fixed, edit } = useForms()
  const heading = useId()
  const place = { file: issue.file, path: group.path }
  const name = group.name ?? group.id
  return (
    <fieldset className={css.part} aria-labelledby={heading}>
      <div className={css.heading}>
        <h4 id={heading}>
          {name}
          <small>{t('forms.issue.holds', { count: group.actions.length })}</small>
        </h4>
        {!fixed && group.actions.length === 0 && (
          <button
            type="button"
            className={css.plain}
            aria-label={t('forms.bundle.without', { name })}
            onClick={() => void edit([take(place)])}
          >
            {t('forms.takeOut')}
          </button>
        )}
      </div>
      <Mistakes problems={ownProblems(draft, place, ['name', 'lever', 'actions'])} />
      <div className={css.fields}>
        <TextField place={within(place, 'name')} label={t('forms.name')} value={group.name} />
        <TextField
          place={within(place, 'lever')}
          label={t('forms.action.lever')}
          kind="number"
          value={group.lever}
        />
      </div>
      {group.actions.length === 0 ? (
        <p className={css.hint}>{t('forms.issue.empty')}</p>
      ) : (
        <ul className={css.rules}>
          {group.actions.map((action) => (
            <li key={action.id}>
              <button type="button" onClick={() => onGo('actions', action.id)}>
                {action.name ?? action.id}
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
