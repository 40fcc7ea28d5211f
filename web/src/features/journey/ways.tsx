import { useTranslation } from 'react-i18next'
import type { Journey, Transition } from '~/lib/api-types'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import { layOut } from './layout'
import { useTransitionCount } from './live'
import css from './ways.module.css'

interface Props {
  journey: Journey
  id: string
  onSelect: (step: string) => void
}

/** The ways into a step and out of it, each a way to go there. */
export function Ways({ journey, id, onSelect }: Props) {
  const { t } = useTranslation()
  const { transitions } = layOut(journey)
  const sides = [
    {
      title: t('journey.comesFrom'),
      ways: transitions.filter((each) => each.to === id),
      end: 'from',
    },
    {
      title: t('journey.goesOnTo'),
      ways: transitions.filter((each) => each.from === id),
      end: 'to',
    },
  ] as const
  return sides.map(
    (side) =>
      side.ways.length > 0 && (
        <section key={side.end} className={css.ways}>
          <h3>{side.title}</h3>
          <ul>
            {side.ways.map((way) => (
              <Way
                key={`${way.from}>${way.to}`}
                journey={journey}
                way={way}
                other={way[side.end]}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </section>
      ),
  )
}

interface WayProps {
  journey: Journey
  way: Transition
  other: string
  onSelect: (step: string) => void
}

function Way({ journey, way, other, onSelect }: WayProps) {
  const { t, i18n } = useTranslation()
  const count = useTransitionCount(`${way.from}>${way.to}`)
  const ending = journey.endings.find((each) => each.id === other)
  const step = journey.steps.find((each) => each.id === other)
  return (
    <li>
      <button type="button" className={css.way} onClick={() => onSelect(other)}>
        <Icon name={ending ? ending.kind : (step?.kind ?? 'arrow')} size={16} />
        <span>
          {(ending ?? step)?.name ?? other}
          <small>{way.label || t(`journey.transitions.${way.kind}`)}</small>
        </span>
        <b>{formatNumber(count, i18n.language)}</b>
      </button>
    </li>
  )
}
