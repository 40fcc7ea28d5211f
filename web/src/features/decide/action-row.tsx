import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueAction, CatalogueCatalogue } from '~/lib/api-schemas'
import { formatDate, formatNumber } from '~/lib/format'
import { Icon, type IconName } from '~/ui/icon'
import { ActionDetail } from './action-detail'
import css from './action-row.module.css'
import type { Placed } from './catalogue'
import { FateChip } from './fate-chip'
import { influenceOf, kindInWords } from './words'

const SIGNS: Record<string, IconName> = {
  question: 'ask',
  transactional: 'list',
  required: 'key',
  mandatory: 'key',
}

interface Props {
  placed: Placed
  catalogue: CatalogueCatalogue
  purposes: ReadonlyMap<string, string>
  /** By a switch, for everybody. */
  stopped: boolean
}

/** One action on a line; it opens to its words, its rules, and why it is where it is. */
export function ActionRow({ placed, catalogue, purposes, stopped }: Props) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const { action } = placed
  const influence = influenceOf(action.influence)
  const served = action.purposes.map((id) => purposes.get(id) ?? id)
  return (
    <li className={css.row}>
      <button
        type="button"
        className={css.face}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={css.sign}>
          <Icon name={SIGNS[action.kind] ?? 'leaf'} size={16} />
        </span>
        <span className={css.words}>
          <b>
            {action.name}
            {stopped && <em data-kind="stopped">{t('decide.actions.stopped')}</em>}
          </b>
          <span>
            {action.owner}
            {action.kind !== 'default' && ` · ${kindInWords(action.kind, t)}`}
            {action.findsPurpose && ` · ${t('decide.actions.findsPurpose')}`}
            {influence.kind !== 'plain' && (
              <em data-kind={influence.kind}>
                {t(`decide.influences.${influence.kind}`)}
                {influence.expires &&
                  `, ${t('decide.actions.until', { date: formatDate(influence.expires, i18n.language) })}`}
              </em>
            )}
          </span>
          {served.length > 0 && <span className={css.served}>{served.join(' · ')}</span>}
        </span>
        <Values action={action} />
        <FateChip action={action.id} />
        <span className={css.counted}>
          {action.impressions > 0 && (
            <>
              {t('decide.actions.shown', {
                count: action.impressions,
                shown: formatNumber(action.impressions, i18n.language),
              })}
              <br />
              {t('decide.actions.accepted', {
                accepted: formatNumber(action.accepted, i18n.language),
              })}
            </>
          )}
        </span>
      </button>
      {open && <ActionDetail placed={placed} catalogue={catalogue} />}
    </li>
  )
}

const FULL_BAR = 100

/** Value to the organisation and to the person, side by side; a formula stays a formula. */
function Values({ action }: { action: CatalogueAction }) {
  const { t } = useTranslation()
  return (
    <span className={css.values}>
      <Value words={t('decide.actions.us')} value={action.valueOrganisation} />
      <Value words={t('decide.actions.them')} value={action.valuePerson} person />
    </span>
  )
}

function Value({
  words,
  value,
  person,
}: {
  words: string
  value: string | undefined
  person?: boolean
}) {
  const { t } = useTranslation()
  if (value === undefined) return null
  const number = Number(value)
  const plain = Number.isFinite(number)
  return (
    <span className={css.value} title={plain ? undefined : value}>
      <span className={css.whom}>{words}</span>
      <i>
        {plain && (
          <i
            data-person={person}
            style={{ inlineSize: `${Math.min(100, (100 * number) / FULL_BAR)}%` }}
          />
        )}
      </i>
      <b>{plain ? value : t('decide.actions.formula')}</b>
    </span>
  )
}
