import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionViewSurvivor } from '~/lib/api-schemas'
import { weighed, type Weighing } from './weigh'
import css from './weighed.module.css'
import { chanceBetween, classInWords, figures, percent } from './words'

const SHOWN_FIRST = 12

/** Every factor of every survivor, in the order that a weighing gives them. */
export function Weighed({
  survivors,
  by,
  before,
}: {
  survivors: readonly DecisionViewSurvivor[]
  by?: Weighing
  before?: Weighing
}) {
  const { t, i18n } = useTranslation()
  const rows = by
    ? weighed(survivors, by)
    : survivors.map((survivor) => ({ survivor, score: survivor.score }))
  const was = new Map(
    before ? weighed(survivors, before).map(({ survivor }, at) => [survivor.action, at]) : [],
  )
  const most = Math.max(...rows.map((row) => row.score), 1e-9)
  const show = (value: number) => figures(value, i18n.language)
  const [all, setAll] = useState(false)
  const chances = rows.some((row) => row.survivor.probability !== undefined)
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={t('decide.ranking.title')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('decide.ranking.action')}</th>
            <th scope="col" title={t('decide.weighing.p')}>
              P
            </th>
            <th scope="col" title={t('decide.weighing.c')}>
              C
            </th>
            <th scope="col" title={t('decide.weighing.l')}>
              L
            </th>
            <th scope="col">{t('decide.actions.us')}</th>
            <th scope="col">{t('decide.actions.them')}</th>
            <th scope="col">{t('decide.ranking.score')}</th>
            {chances && !by && <th scope="col">{t('decide.ranking.drawn')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? undefined : SHOWN_FIRST).map(({ survivor, score }, at) => {
            const moved = (was.get(survivor.action) ?? at) - at
            const [low, high] = chanceBetween(survivor.p, survivor.uncertainty)
            return (
              <tr key={survivor.action}>
                <th scope="row">
                  <span className={css.name}>
                    {survivor.name}
                    {moved !== 0 && (
                      <b data-up={moved > 0}>
                        <span className="visually-hidden">
                          {moved > 0
                            ? t('decide.ranking.up', { count: moved })
                            : t('decide.ranking.down', { count: -moved })}
                        </span>
                        <span aria-hidden="true">
                          {moved > 0 ? '↑' : '↓'}
                          {Math.abs(moved)}
                        </span>
                      </b>
                    )}
                  </span>
                  <small>
                    {classInWords(survivor.class, t)}
                    {survivor.newcomer && ` · ${t('decide.ranking.newcomer')}`}
                  </small>
                </th>
                <td>
                  {percent(survivor.p, i18n.language)}
                  {survivor.uncertainty > 0 && (
                    <small>
                      {percent(low, i18n.language, 0)}–{percent(high, i18n.language, 0)}
                    </small>
                  )}
                </td>
                <td>{show(survivor.c)}</td>
                <td>{show(survivor.l)}</td>
                <td>{show(survivor.vOrganisation)}</td>
                <td>{show(survivor.vPerson)}</td>
                <td className={css.score}>
                  {show(score)}
                  <i style={{ inlineSize: `${(100 * score) / most}%` }} />
                </td>
                {chances && !by && (
                  <td>
                    {survivor.probability === undefined
                      ? '–'
                      : percent(survivor.probability, i18n.language)}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > SHOWN_FIRST && (
        <button type="button" className={css.more} onClick={() => setAll(!all)}>
          {all ? t('decide.fewer') : t('decide.andMore', { count: rows.length - SHOWN_FIRST })}
        </button>
      )}
    </div>
  )
}
