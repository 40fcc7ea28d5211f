import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useBoard, useHere } from './ui-store'
import { useRound } from './use-round'
import css from './round-bar.module.css'

/** A round of dots for those who take part: how many are left, for how long, and who sees what. */
export function RoundBar() {
  const { t } = useTranslation()
  const { store } = useHere()
  const leads = useBoard(({ role }) => role === 'facilitator')
  const looks = useBoard(({ role }) => role === 'viewer')
  const round = useRound()
  if (!round) return null
  const close = () =>
    store.act(t('map.did.workshop'), [{ op: 'set', id: 'workshop', fields: { voting: false } }])
  return (
    <section className={css.bar} aria-label={t('map.workshop.voting')}>
      <strong>{t(round.isOpen ? 'map.workshop.voting' : 'map.votes.over')}</strong>
      {!looks && round.isOpen && (
        <span className={css.budget} role="status">
          <span className={css.dots} aria-hidden="true">
            {Array.from({ length: Math.min(round.budget, DRAWN_MAX) }, (_, at) => (
              <i key={at} data-given={at >= round.left || undefined} />
            ))}
          </span>
          {t('map.votes.left', { left: round.left, of: round.budget })}
        </span>
      )}
      {round.isOpen && round.clock !== undefined && (
        <span className={css.clock} role="timer" aria-label={t('map.votes.clock')}>
          {round.clock}
        </span>
      )}
      <span className={css.who}>
        {t(round.isAnonymous ? 'map.votes.nobodySees' : 'map.votes.namesShow')}
        {round.isHidden && ` ${t('map.votes.countsLater')}`}
      </span>
      {leads && (
        <Button size="xs" variant="default" onClick={close}>
          {t('map.workshop.closeVote')}
        </Button>
      )}
    </section>
  )
}

const DRAWN_MAX = 12
