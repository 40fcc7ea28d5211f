import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { useCatalogue } from './api'
import { placesOf } from './catalogue'
import { tryDraft } from './drafts-api'
import type { DraftView, TryResult } from '~/lib/api-schemas'
import ask from './ask.module.css'
import css from './draft-trial.module.css'
import rules from './rules.module.css'
import { figures, percent } from './words'

const SAMPLES = [500, 2_000, 20_000, 200_000] as const
const SHOWN = 12

/** The draft lies over what runs; a text that is gone is sent empty. */
function overlay(draft: DraftView): Record<string, string> {
  return Object.fromEntries(
    draft.changes.map((change) => [change.path, draft.files[change.path] ?? '']),
  )
}

/** What the draft would do: the same people decided for twice, as it runs and as it would. */
export function DraftTrial({ draft }: { draft: DraftView }) {
  const { t, i18n } = useTranslation()
  const catalogue = useCatalogue().data
  const places = useMemo(() => (catalogue ? placesOf(catalogue) : []), [catalogue])
  const [channel, setChannel] = useState<string>()
  const [people, setPeople] = useState<number>(SAMPLES[0])
  const trial = useMutation({ mutationFn: tryDraft })
  const place = places.find((each) => each.channel === channel) ?? places[0]
  if (!place) return null
  return (
    <>
      <form
        className={`${ask.ask} ${css.form}`}
        onSubmit={(event) => {
          event.preventDefault()
          trial.mutate({
            files: overlay(draft),
            channel: place.channel,
            placements: place.placements.length > 0 ? place.placements.slice(0, 8) : ['any'],
            people,
          })
        }}
      >
        <label>
          <span>{t('decide.try.channel')}</span>
          <select value={place.channel} onChange={(event) => setChannel(event.currentTarget.value)}>
            {places.map((each) => (
              <option key={each.channel}>{each.channel}</option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('decide.trial.people')}</span>
          <select value={people} onChange={(event) => setPeople(Number(event.currentTarget.value))}>
            {SAMPLES.map((each) => (
              <option key={each} value={each}>
                {t('decide.trial.upTo', { people: formatNumber(each, i18n.language) })}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" loading={trial.isPending} disabled={draft.problems.length > 0}>
          {t('decide.trial.begin')}
        </Button>
        <p>{t('decide.trial.hint')}</p>
      </form>
      <div role="status">
        {trial.isError && <p className={css.wrong}>{trial.error.message}</p>}
        {trial.data && <Result result={trial.data} />}
      </div>
    </>
  )
}

/** Who gets something else, who gains and who loses, and whose rule does it. */
export function Result({ result }: { result: TryResult }) {
  const { t, i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const part = (value: number) => percent(value / Math.max(1, result.people), i18n.language)
  const shift = (now: number, then: number) =>
    now === 0 ? '–' : `${then >= now ? '+' : ''}${percent((then - now) / now, i18n.language)}`
  const winners = result.winners
    .filter((each) => each.now !== each.then)
    .toSorted((a, b) => Math.abs(b.then - b.now) - Math.abs(a.then - a.now))
  const drops = result.drops
    .filter((each) => each.now !== each.then)
    .toSorted((a, b) => Math.abs(b.then - b.now) - Math.abs(a.then - a.now))
  const values: [string, number, number][] = [
    [t('decide.trial.forThem'), result.personValueNow, result.personValueThen],
    [t('decide.trial.forUs'), result.organisationValueNow, result.organisationValueThen],
  ]
  return (
    <>
      <p className={css.lead}>
        {t('decide.trial.decided', {
          people: show(result.people),
          seconds: figures(result.seconds, i18n.language),
        })}
      </p>
      <dl className={css.summary}>
        <div>
          <dt>{t('decide.trial.changed')}</dt>
          <dd className="serif">{part(result.changed)}</dd>
        </div>
        <div>
          <dt>{t('decide.trial.gain')}</dt>
          <dd className="serif">{show(result.gain)}</dd>
        </div>
        <div>
          <dt>{t('decide.trial.lose')}</dt>
          <dd className="serif">{show(result.lose)}</dd>
        </div>
        {values.map(([words, now, then]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className="serif">{shift(now, then)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('decide.trial.silence')}</dt>
          <dd className="serif">
            {part(result.silentNow)} → {part(result.silentThen)}
          </dd>
        </div>
      </dl>
      <Shifts title={t('decide.trial.winners')} none={t('decide.trial.sameWinners')}>
        {winners.slice(0, SHOWN).map((each) => (
          <Shift key={each.action} name={each.name} now={each.now} then={each.then} />
        ))}
      </Shifts>
      <Shifts title={t('decide.trial.drops')} none={t('decide.trial.sameDrops')}>
        {drops.slice(0, SHOWN).map((each) => (
          <Shift
            key={each.component}
            name={each.sentence}
            owner={each.owner}
            now={each.now}
            then={each.then}
          />
        ))}
      </Shifts>
    </>
  )
}

function Shifts({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  const { t } = useTranslation()
  return (
    <section className={rules.part}>
      <h2 className="serif">{title}</h2>
      {children.length === 0 ? (
        <p className={rules.none}>{none}</p>
      ) : (
        <table className={rules.table}>
          <thead>
            <tr>
              <th scope="col">{t('decide.trial.what')}</th>
              <th scope="col" className={rules.number}>
                {t('decide.trial.now')}
              </th>
              <th scope="col" className={rules.number}>
                {t('decide.trial.then')}
              </th>
              <th scope="col" className={rules.number}>
                {t('decide.trial.difference')}
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  )
}

function Shift({
  name,
  owner,
  now,
  then,
}: {
  name: string
  owner?: string
  now: number
  then: number
}) {
  const { i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  return (
    <tr>
      <td>
        {name}
        {owner && <small className={css.owner}>{owner}</small>}
      </td>
      <td className={rules.number}>{show(now)}</td>
      <td className={rules.number}>{show(then)}</td>
      <td className={rules.number}>
        <b className={css.shift} data-up={then > now}>
          {then > now ? '+' : ''}
          {show(then - now)}
        </b>
      </td>
    </tr>
  )
}
