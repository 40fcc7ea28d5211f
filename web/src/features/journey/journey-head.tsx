import { useTranslation } from 'react-i18next'
import type { Journey } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { Choice } from '~/ui/choice'
import { useLiveContext, useTotals } from './live'
import css from './journey-head.module.css'

export type View = 'canvas' | 'list'

interface Props {
  journey: Journey
  view: View
  onView: (view: View) => void
}

export function JourneyHead({ journey, view, onView }: Props) {
  const { t, i18n } = useTranslation()
  const { state } = useLiveContext()
  const { onTheWay, ended } = useTotals()
  return (
    <div className={css.head}>
      <div className={css.words}>
        <h1 className={css.title}>{journey.name}</h1>
        {journey.description && <p className={css.description}>{journey.description}</p>}
      </div>
      <dl className={css.numbers}>
        <div>
          <dd>{formatNumber(onTheWay, i18n.language)}</dd>
          <dt>{t('journey.onTheWay')}</dt>
        </div>
        <div>
          <dd>{formatNumber(ended, i18n.language)}</dd>
          <dt>{t('journey.endedSoFar')}</dt>
        </div>
      </dl>
      <div className={css.side}>
        <span className={css.state} data-state={state} role="status">
          {t(`journey.${state}`)}
        </span>
        <Choice<View>
          quiet
          label={t('journey.view')}
          value={view}
          onChange={onView}
          options={[
            { value: 'canvas', label: t('journey.canvas') },
            { value: 'list', label: t('journey.list') },
          ]}
        />
      </div>
    </div>
  )
}
