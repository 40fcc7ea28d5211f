import { Children, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { Columns } from './columns'
import css from './draft-trial.module.css'
import rules from './rules.module.css'

/** A table of what is now and what would be then, one line a thing. */
export function Shifts({
  title,
  hint,
  none,
  what,
  children,
}: {
  title: string
  hint?: string
  none: string
  what?: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <section className={rules.part}>
      <h2 className="serif">{title}</h2>
      {hint && <p className={rules.hint}>{hint}</p>}
      {Children.count(children) === 0 ? (
        <p className={rules.none}>{none}</p>
      ) : (
        <table className={rules.table}>
          <Columns
            words={[what ?? t('decide.trial.what')]}
            numbers={[t('decide.trial.now'), t('decide.trial.then'), t('decide.trial.difference')]}
          />
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  )
}

/** One line; the two bars are as long as the two numbers. */
export function Shift({
  name,
  small,
  now,
  then,
  most,
}: {
  name: string
  small?: string
  now: number
  then: number
  most?: number
}) {
  const { i18n } = useTranslation()
  const show = (value: number) => formatNumber(value, i18n.language)
  const width = (value: number) => `${(100 * value) / Math.max(1, most ?? 1)}%`
  return (
    <tr>
      <td>
        {name}
        {small && <small className={css.owner}>{small}</small>}
        {most !== undefined && (
          <span className={css.bars}>
            <i style={{ inlineSize: width(now) }} />
            <i data-then style={{ inlineSize: width(then) }} />
          </span>
        )}
      </td>
      <td className={rules.number}>{show(now)}</td>
      <td className={rules.number}>{show(then)}</td>
      <td className={rules.number}>
        <b className={css.shift} data-way={then > now ? 'up' : then < now ? 'down' : 'same'}>
          {then > now ? '+' : ''}
          {then === now ? '–' : show(then - now)}
        </b>
      </td>
    </tr>
  )
}
