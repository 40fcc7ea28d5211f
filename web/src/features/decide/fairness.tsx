import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FairnessAttribute, FairnessFairness, ModelFairness } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { measureFairness, useCatalogue, useFairnessAttributes } from './api'
import { ANY_PLACEMENT, placesOf } from './catalogue'
import ask from './ask.module.css'
import { Columns } from './columns'
import { FairnessSeen } from './fairness-seen'
import css from './fairness.module.css'
import rules from './rules.module.css'
import { useCalled } from './use-called'
import { formatDecimal, percent } from './words'

const SHOWN = 8
const TELLS = 0.2

/** How groups of people fare, told apart by what no decision sees. */
export function Fairness({ seen }: { seen: readonly ModelFairness[] }) {
  const { t } = useTranslation()
  const attributes = useFairnessAttributes().data?.attributes ?? []
  const catalogue = useCatalogue().data
  const places = catalogue ? placesOf(catalogue) : []
  const slots = places.flatMap(({ channel, placements }) =>
    (placements.length > 0 ? placements : [ANY_PLACEMENT]).map((placement) => ({
      channel,
      placement,
    })),
  )
  const called = useCalled()
  const [attribute, setAttribute] = useState<string>()
  const [slot, setSlot] = useState(0)
  const measured = useMutation({ mutationFn: measureFairness })
  const by = attribute ?? attributes[0]?.name
  const where = slots[slot]
  if (!by || !where) return null
  const attributeName = (name: string) => namesOf(attributes).get(name) ?? name
  return (
    <section className={rules.part} aria-labelledby="fairness">
      <h2 className="serif" id="fairness">
        {t('decide.fairness.title')}
      </h2>
      <p className={rules.hint}>{t('decide.fairness.hint')}</p>
      <FairnessSeen fairness={seen} called={attributeName} />
      <h3>{t('decide.fairness.now')}</h3>
      <form
        className={`${ask.ask} ${css.form}`}
        onSubmit={(event) => {
          event.preventDefault()
          measured.mutate({ attribute: by, ...where })
        }}
      >
        <label>
          <span>{t('decide.fairness.by')}</span>
          <select value={by} onChange={(event) => setAttribute(event.currentTarget.value)}>
            {attributes.map((each) => (
              <option key={each.name} value={each.name}>
                {attributeName(each.name)}
                {each.sensitive ? ` (${t('decide.fairness.sensitive')})` : ''}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('decide.fairness.where')}</span>
          <select value={slot} onChange={(event) => setSlot(Number(event.currentTarget.value))}>
            {slots.map((each, at) => (
              <option key={each.channel + each.placement} value={at}>
                {called.where(each.channel, each.placement)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" variant="default" loading={measured.isPending}>
          {t('decide.fairness.measure')}
        </Button>
      </form>
      <div role="status">
        {measured.isError && <p className={css.wrong}>{measured.error.message}</p>}
        {measured.data && (
          <Report report={measured.data} called={attributeName(measured.data.attribute)} />
        )}
      </div>
    </section>
  )
}

/** What attributes are called; what two share tells neither, so those are described. */
function namesOf(attributes: readonly FairnessAttribute[]): Map<string, string> {
  const times = (called: string) => attributes.filter((each) => each.called === called).length
  return new Map(
    attributes.map(({ name, called, description }) => [
      name,
      times(called) > 1 ? description || name : called,
    ]),
  )
}

function Report({ report, called }: { report: FairnessFairness; called: string }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const share = (value: number) => percent(value, i18n.language)
  const alerts = report.actions.filter((each) => each.alert).length
  const compared = report.actions.some((each) => each.groups.length > 1)
  const proxies = report.proxies.filter((each) => each.strength >= TELLS).slice(0, SHOWN)
  return (
    <div className={css.report}>
      <p>
        <b>
          {!compared
            ? ''
            : alerts > 0
              ? t('decide.fairness.alerts', { count: alerts })
              : t('decide.fairness.noAlert')}
        </b>{' '}
        {t('decide.fairness.sample', { people: show(report.people) })}
      </p>
      <ul className={css.groups}>
        {report.groups.map((each) => (
          <li key={each.group}>
            <b>{each.group}</b> {show(each.people)}
            <small>
              {t('decide.fairness.silent', { share: share(each.silent / each.people) })}
            </small>
          </li>
        ))}
      </ul>
      {!compared && <p>{t('decide.fairness.nothing', { attribute: called })}</p>}
      {compared && report.actions.length > 0 && (
        <table className={rules.table}>
          <Columns
            words={[t('decide.ranking.action'), t('decide.fairness.rates')]}
            numbers={[t('decide.fairness.ratio')]}
          />
          <tbody>
            {report.actions.slice(0, SHOWN).map((action) => (
              <tr key={action.action}>
                <td>{action.name}</td>
                <td>
                  <ul className={css.rates}>
                    {action.groups.map((group) => (
                      <li key={group.group}>
                        <span>{group.group}</span>
                        <i>
                          <i style={{ inlineSize: share(group.selectionRate) }} />
                        </i>
                        <span>{share(group.selectionRate)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td className={rules.number}>
                  <span className={css.ratio} data-alert={action.alert}>
                    {formatDecimal(action.selectionRatio, i18n.language, 2)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={css.proxies}>
        {proxies.length === 0
          ? t('decide.fairness.noProxy')
          : t('decide.fairness.proxies', {
              names: proxies
                .map((each) => `${each.name} ${formatDecimal(each.strength, i18n.language, 2)}`)
                .join(', '),
            })}
      </p>
    </div>
  )
}
