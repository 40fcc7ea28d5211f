import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueFormsActionForm } from '~/lib/api-schemas'
import { formatDate } from '~/lib/format'
import { figures } from '../words'
import { AboutRules } from './about-rules'
import { BundleField } from './bundle-field'
import { Choosing } from './choosing'
import { ownProblems, ownersOf, useForms } from './context'
import { DateField, SelectField, SetField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { duplicate, moved } from './growing'
import { InfluenceField } from './influence-field'
import { Renderings } from './renderings'
import { Retire } from './retire'
import { RuleField } from './rule-field'
import { put, take, within } from './use-edits'

const KINDS = ['default', 'mandatory', 'transactional', 'required', 'question'] as const
const SHOWN = [
  ...['name', 'kind', 'owner', 'from', 'until', 'purposes', 'findsPurpose'],
  ...['valueOrganisation', 'valuePerson', 'lever', 'influence', 'journey', 'bundle', 'renderings'],
]

interface Props {
  action: CatalogueFormsActionForm
  onGo: (part: 'actions' | 'suits' | 'often', at: string) => void
}

/** One action: what it is, for whom, what it is worth to both, how it works on people, and its words. */
export function ActionForm({ action, onGo }: Props) {
  const { t, i18n } = useTranslation()
  const { draft, forms, fixed, edit } = useForms()
  const group = forms.issues
    .flatMap((issue) => issue.groups.map((each) => ({ issue, group: each })))
    .find((each) => each.group.actions.includes(action))
  const promotes = ['default', 'mandatory'].includes(action.kind ?? 'default')
  return (
    <div className={css.form}>
      <header className={css.title}>
        <p>
          {group?.issue.name ?? group?.issue.id} › {group?.group.name ?? group?.group.id}
        </p>
        <h2 className="serif">{action.name ?? action.id}</h2>
        <div className={css.tools}>
          <code>{action.id}</code>
          {!fixed && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  const { edits, id } = duplicate(action, forms, t('forms.action.copyOf'))
                  void edit(edits).then((isKept) => {
                    if (isKept) onGo('actions', id)
                  })
                }}
              >
                {t('forms.action.duplicate')}
              </Button>
              <Retire action={action} />
            </>
          )}
        </div>
        {action.until && (
          <p className={css.note}>
            {t('forms.action.endsOn', { date: formatDate(action.until, i18n.language) })}
          </p>
        )}
        <Mistakes problems={ownProblems(draft, action, SHOWN)} />
      </header>

      <section>
        <h3>{t('forms.action.what')}</h3>
        <div className={css.fields}>
          <TextField
            place={within(action, 'name')}
            label={t('forms.name')}
            value={action.name}
            wide
          />
          <Choosing
            place={within(action, 'group')}
            label={t('forms.action.group')}
            value={group?.group.id}
            hint={t('forms.action.groupHint')}
            act={t('forms.action.move')}
            onTake={(next) => edit(moved(action, next, forms))}
          >
            {forms.issues.flatMap((issue) =>
              issue.groups.map((each) => (
                <option key={each.id} value={each.id}>
                  {issue.name ?? issue.id} › {each.name ?? each.id}
                </option>
              )),
            )}
          </Choosing>
          <SelectField
            place={within(action, 'kind')}
            label={t('forms.action.kind')}
            value={action.kind ?? 'default'}
            hint={t(`forms.kindHints.${known(action.kind)}`)}
            options={KINDS.map((kind) => ({ value: kind, label: t(`decide.kinds.${kind}`) }))}
          />
          <TextField
            place={within(action, 'owner')}
            label={t('forms.owner')}
            value={action.owner}
            hint={t('forms.ownerHint')}
            list={ownersOf(forms)}
          />
          <DateField
            place={within(action, 'from')}
            label={t('forms.action.from')}
            value={action.from}
          />
          <DateField
            place={within(action, 'until')}
            label={t('forms.action.until')}
            value={action.until}
            hint={t('forms.action.untilHint')}
          />
          <SelectField
            place={within(action, 'journey')}
            label={t('forms.action.journey')}
            value={action.journey}
            hint={t('forms.action.journeyHint')}
            options={[
              { value: '', label: t('forms.none') },
              ...forms.journeys.map((each) => ({ value: each.id, label: each.name ?? each.id })),
            ]}
          />
        </div>
        <SetField
          place={within(action, 'purposes')}
          legend={t('forms.action.purposes')}
          hint={t('forms.action.purposesHint')}
          values={action.purposes}
          options={forms.purposes.map((each) => ({ value: each.id, label: each.name ?? each.id }))}
        />
        {action.kind === 'question' && (
          <label className={css.check}>
            <input
              type="checkbox"
              disabled={fixed}
              checked={action.findsPurpose === 'true'}
              onChange={(event) =>
                edit([
                  event.currentTarget.checked
                    ? put(within(action, 'findsPurpose'), true)
                    : take(within(action, 'findsPurpose')),
                ])
              }
            />
            {t('forms.action.findsPurpose')}
          </label>
        )}
      </section>

      <section>
        <h3>{t('forms.action.worth')}</h3>
        <p className={css.lead}>{t('forms.action.worthHint')}</p>
        <RuleField
          place={within(action, 'valueOrganisation')}
          label={t('decide.actions.valueOrganisation')}
          value={action.valueOrganisation}
          hint={action.valueOrganisation === undefined ? t('forms.action.oneUnit') : ''}
          gives="number"
        />
        <RuleField
          place={within(action, 'valuePerson')}
          label={t('decide.actions.valuePerson')}
          value={action.valuePerson}
          hint={t('forms.action.floor')}
          gives="number"
        />
        <div className={css.fields}>
          <TextField
            place={within(action, 'lever')}
            label={t('forms.action.lever')}
            kind="number"
            value={action.lever}
            hint={t('forms.action.leverHint', {
              issue: group?.issue.lever ?? 0,
              group: group?.group.lever ?? 0,
              factor: figures(
                leverOf(group?.issue.lever, group?.group.lever, action.lever),
                i18n.language,
              ),
            })}
          />
        </div>
      </section>

      {(promotes || action.nudge || action.boost || action.plain) && (
        <section>
          <h3>{t('forms.influence.title')}</h3>
          <InfluenceField action={action} />
        </section>
      )}

      <section>
        <h3>{t('decide.actions.treatments')}</h3>
        <Renderings action={action} />
      </section>

      <section>
        <h3>{t('forms.bundle.title')}</h3>
        <BundleField action={action} />
      </section>

      <AboutRules action={action} issue={group?.issue.id} group={group?.group.id} onGo={onGo} />
    </div>
  )
}

function known(kind: string | undefined) {
  return KINDS.find((each) => each === kind) ?? 'default'
}

/** What all weights on an action multiply to. */
export function leverOf(...percents: readonly (string | undefined)[]): number {
  return 1 + percents.reduce((sum, each) => sum + (Number(each ?? 0) || 0), 0) / 100
}
