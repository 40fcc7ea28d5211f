import { useTranslation } from 'react-i18next'
import type { DecisionView } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import css from './funnel.module.css'
import { stageInWords } from './words'

/** Everything that could have come, getting less stage by stage; each stage opens to its rules. */
export function Funnel({ view }: { view: Pick<DecisionView, 'funnel' | 'items'> }) {
  const { t, i18n } = useTranslation()
  const entered = view.funnel[0]?.entered ?? 0
  const last = view.funnel.at(-1)
  const left = last ? last.entered - last.dropped : 0
  const show = (value: number) => formatNumber(value, i18n.language)
  const width = (value: number) => `${entered === 0 ? 0 : (100 * value) / entered}%`
  return (
    <ol className={css.funnel}>
      <li className={css.row}>
        <span className={css.stage}>{t('decide.funnel.considered')}</span>
        <span className={css.bar}>
          <i style={{ inlineSize: width(entered) }} />
        </span>
        <b>{show(entered)}</b>
      </li>
      {view.funnel
        .filter((stage) => stage.dropped > 0)
        .map((stage) => (
          <li key={stage.stage}>
            <details>
              <summary className={css.row}>
                <span className={css.stage}>{stageInWords(stage.stage, t)}</span>
                <span className={css.bar}>
                  <i style={{ inlineSize: width(stage.entered - stage.dropped) }} />
                  <i className={css.gone} style={{ inlineSize: width(stage.dropped) }} />
                </span>
                <b className={css.less}>−{show(stage.dropped)}</b>
              </summary>
              <ul className={css.components}>
                {stage.components.map((component) => (
                  <li key={component.id}>
                    <b>{show(component.count)}</b>
                    <span>
                      {component.sentence}
                      <small>{component.owner}</small>
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      <li className={css.row} data-end>
        <span className={css.stage}>{t('decide.funnel.weighed')}</span>
        <span className={css.bar}>
          <i style={{ inlineSize: width(left) }} />
        </span>
        <b>{show(left)}</b>
      </li>
      <li className={css.row} data-end>
        <span className={css.stage}>{t('decide.funnel.shown')}</span>
        <span className={css.bar}>
          <i className={css.shown} style={{ inlineSize: width(view.items.length) }} />
        </span>
        <b>{show(view.items.length)}</b>
      </li>
    </ol>
  )
}
