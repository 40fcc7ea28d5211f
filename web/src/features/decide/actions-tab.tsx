import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { ActionRow } from './action-row'
import css from './actions-tab.module.css'
import { placedActions } from './catalogue'
import { useSwitches } from './stops-api'
import { influenceOf } from './words'

/** The tree of what may be offered: issue, group, action, with what each is worth to whom. */
export function ActionsTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const fits = (name: string, owner: string) =>
    wanted === '' || `${name} ${owner}`.toLowerCase().includes(wanted)
  const purposes = useMemo(
    () => new Map(catalogue.purposes.map((each) => [each.id, each.name])),
    [catalogue],
  )
  const stopped = new Set(
    (useSwitches().data?.stopped ?? [])
      .filter((each) => each.kind === 'action')
      .map((each) => each.id),
  )
  const issues = catalogue.issues
    .map((issue) => ({
      ...issue,
      groups: issue.groups
        .map((group) => ({
          ...group,
          actions: group.actions.filter((action) => fits(action.name, action.owner)),
        }))
        .filter((group) => group.actions.length > 0),
    }))
    .filter((issue) => issue.groups.length > 0)
  return (
    <>
      <Purposes catalogue={catalogue} />
      <div className={css.tools}>
        <TextInput
          type="search"
          label={t('decide.actions.find')}
          placeholder={t('decide.actions.find')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          classNames={{ label: 'visually-hidden' }}
        />
        <Influences catalogue={catalogue} />
      </div>
      {issues.length === 0 && <p className={css.none}>{t('decide.actions.none')}</p>}
      {issues.map((issue) => (
        <section key={issue.id} className={css.issue}>
          <h2 className="serif">{issue.name}</h2>
          {issue.groups.map((group) => (
            <div key={group.id} className={css.group}>
              <h3>
                {group.name} <span>{formatNumber(group.actions.length, i18n.language)}</span>
              </h3>
              <ul>
                {group.actions.map((action) => (
                  <ActionRow
                    key={action.id}
                    placed={{ action, issue: issue.id, group: group.id }}
                    catalogue={catalogue}
                    purposes={purposes}
                    stopped={stopped.has(action.id)}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

function Purposes({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t } = useTranslation()
  const actions = placedActions(catalogue.issues)
  return (
    <section className={css.purposes}>
      <h2>{t('decide.actions.purposes')}</h2>
      <p>{t('decide.actions.purposesHint')}</p>
      <ul>
        {catalogue.purposes.map((purpose) => {
          const serving = actions.filter((each) => each.action.purposes.includes(purpose.id))
          return (
            <li key={purpose.id} data-bare={serving.length === 0}>
              {purpose.name} <span>{serving.length}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** How much of it strengthens people and how much pushes them, said openly. */
function Influences({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t } = useTranslation()
  const kinds = placedActions(catalogue.issues)
    .filter(({ action }) => action.kind === 'default' || action.kind === 'mandatory')
    .map(({ action }) => influenceOf(action.influence).kind)
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  return (
    <p className={css.influences}>
      {t('decide.actions.boosts', { count: count('boost') })}
      {' · '}
      {t('decide.actions.nudges', { count: count('nudge') })}
    </p>
  )
}
