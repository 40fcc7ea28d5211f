import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import type { Plan } from './live-api'
import css from './live-page.module.css'

/** Who is inside what runs, stage by stage, and what publishing does to them. */
export function LivePeople({ plan, moves }: { plan: Plan; moves: boolean }) {
  const { t, i18n } = useTranslation()
  const inside = plan.stages.filter(({ people }) => people > 0)
  if (!plan.runs || inside.length === 0) return null
  const n = (value: number) => formatNumber(value, i18n.language)
  return (
    <table className={css.inside}>
      <caption>{t('map.live.insideByStage')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('map.live.stage')}</th>
          <th scope="col">{t('map.live.inside')}</th>
          <th scope="col">{t('map.live.happens')}</th>
        </tr>
      </thead>
      <tbody>
        {inside.map(({ id, name, people, changed, gone }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className={css.count}>{n(people)}</td>
            <td>
              {!moves
                ? t('map.live.fate.finish')
                : [
                    people - changed - gone > 0 &&
                      t('map.live.fate.stay', { count: people - changed - gone }),
                    changed > 0 && t('map.live.fate.changed', { count: changed }),
                    gone > 0 && t('map.live.fate.gone', { count: gone }),
                  ]
                    .filter(Boolean)
                    .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
