import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import css from './card-panel.module.css'
import { giveDot, ownDots, takeDot } from './dots'
import { useBoard, useHere } from './ui-store'
import { useRound } from './use-round'
import type { Element } from './wire'

/** Giving a card dots and taking them back, while a round is under way. */
export function CardVotes({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const looks = useBoard(({ role }) => role === 'viewer')
  const round = useRound()
  if (!round || looks) return null
  return (
    <div className={css.votes}>
      <Button
        size="sm"
        disabled={!round.isOpen || round.left === 0}
        onClick={() => giveDot(store, card.id, t('map.did.vote'))}
      >
        {t('map.giveDot')}
      </Button>
      {ownDots(store.view(), card.id).length > 0 && (
        <Button
          size="sm"
          variant="default"
          disabled={!round.isOpen}
          onClick={() => takeDot(store, card.id, t('map.did.vote'))}
        >
          {t('map.takeDot')}
        </Button>
      )}
      <span>{t('map.dotsLeft', { count: round.left })}</span>
    </div>
  )
}
