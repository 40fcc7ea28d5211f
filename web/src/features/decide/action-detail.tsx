import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue, CatalogueRendering } from '~/lib/api-schemas'
import { formatDate } from '~/lib/format'
import css from './action-detail.module.css'
import { useWhyNot } from './api'
import { concerns, type Placed } from './catalogue'
import { Changes } from './changes'
import { useTried } from './trial'
import { useCalled } from './use-called'
import { influenceOf } from './words'

/** The words of an action in each placement, every rule on it, and what keeps it from the person tried. */
export function ActionDetail({
  placed,
  catalogue,
}: {
  placed: Placed
  catalogue: CatalogueCatalogue
}) {
  const { t, i18n } = useTranslation()
  const { action } = placed
  const influence = influenceOf(action.influence)
  const rules = [...catalogue.policies, ...catalogue.contacts, ...catalogue.volumes].filter(
    (rule) => concerns(rule.scope, placed),
  )
  return (
    <div className={css.detail}>
      <WhyNot action={action.id} />
      <Part title={t('decide.actions.treatments')}>
        <ul className={css.treatments}>
          {action.renderings.map((rendering) => (
            <Treatment key={rendering.treatment} rendering={rendering} />
          ))}
        </ul>
      </Part>
      {rules.length > 0 && (
        <Part title={t('decide.actions.rules')}>
          <ul className={css.rules}>
            {rules.map((rule) => (
              <li key={rule.id}>
                {rule.sentence} <small>{rule.owner}</small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('decide.actions.worth')}>
        <dl className={css.facts}>
          <dt>{t('decide.actions.valueOrganisation')}</dt>
          <dd>
            <code>{action.valueOrganisation ?? t('decide.actions.unit')}</code>
          </dd>
          <dt>{t('decide.actions.valuePerson')}</dt>
          <dd>
            <code>{action.valuePerson ?? '–'}</code>
          </dd>
          {influence.reason && (
            <>
              <dt>{t(`decide.influences.${influence.kind}`)}</dt>
              <dd>{influence.reason}</dd>
            </>
          )}
          {(action.from ?? action.until) && (
            <>
              <dt>{t('decide.actions.valid')}</dt>
              <dd>
                {action.from && formatDate(action.from, i18n.language)} –{' '}
                {action.until && formatDate(action.until, i18n.language)}
              </dd>
            </>
          )}
        </dl>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h4>{title}</h4>
      {children}
    </section>
  )
}

function Treatment({ rendering }: { rendering: CatalogueRendering }) {
  const { t } = useTranslation()
  const called = useCalled()
  const { title, body, ...more } = rendering.words
  return (
    <li>
      <span className={css.where}>
        {called.channel(rendering.channel)}
        <small>
          {rendering.placements.length > 0
            ? rendering.placements
                .map((each) => called.placement(rendering.channel, each))
                .join(', ')
            : t('decide.actions.anyPlace')}
        </small>
      </span>
      <span>
        {title && <b>{title}</b>}
        {body && <span className={css.body}>{body}</span>}
        {Object.entries(more).map(([name, words]) => (
          <span key={name} className={css.body}>
            {words}
          </span>
        ))}
      </span>
    </li>
  )
}

function WhyNot({ action }: { action: string }) {
  const { t } = useTranslation()
  const { trial, fates } = useTried()
  const fate = fates.get(action)
  const asked = fate !== undefined && fate.kind !== 'shown'
  const why = useWhyNot(trial, action, asked)
  if (!asked) return null
  return (
    <section className={css.why}>
      <h4>{t('decide.whyNot')}</h4>
      {fate.kind === 'dropped' ? (
        <p>
          {fate.sentence} <small>{fate.owner}</small>
        </p>
      ) : (
        why.data && <p>{why.data.sentence}</p>
      )}
      {why.data && why.data.counterfactuals.length > 0 && (
        <Changes changes={why.data.counterfactuals} />
      )}
    </section>
  )
}
