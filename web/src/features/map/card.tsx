import type { TFunction } from 'i18next'
import { memo, useEffect, useRef } from 'react'
import { Icon } from '~/ui/icon'
import type { BoardView } from './board-store'
import css from './card.module.css'
import { CardEditor } from './card-editor'
import { teamHue } from './silo-bar'
import { useBoard, useHere, useUi, type Ui } from './ui-store'
import { list, say, words, type Element } from './wire'

const EVIDENCE = { guess: 'ask', said: 'quote', measured: 'list' } as const

const yes = (value: boolean) => (value ? 'y' : '')

function looks(ui: Ui, card: Element): string {
  const faint =
    (ui.find !== '' && !words(card).toLowerCase().includes(ui.find.toLowerCase())) ||
    (ui.persona !== '' && say(card, 'persona') !== '' && say(card, 'persona') !== ui.persona)
  return [
    yes(ui.selected === card.id || ui.chosen.has(card.id)),
    yes(ui.editing === card.id),
    yes(ui.focusOn === card.id),
    yes(faint),
    yes(ui.silo),
  ].join('|')
}

function marks({ reading, people, me }: BoardView, card: Element, silo: boolean): string {
  const at = silo ? reading.teams.findIndex(({ id }) => list(card, 'teams').includes(id)) : -1
  const team = reading.teams[at]
  const typing = people.find(({ id, typing: where }) => id !== me && where === card.id)?.name ?? ''
  const open = reading.comments.get(card.id)?.filter((each) => each['resolved'] !== true)
  return [
    team ? say(team, 'name').replaceAll('|', ' ') : '',
    at,
    typing.replaceAll('|', ' '),
    reading.votes.get(card.id)?.length ?? 0,
    open?.length ?? 0,
  ].join('|')
}

/** One typed sticky note. */
export const Card = memo(function Card({ card, t }: { card: Element; t: TFunction }) {
  // Thousands of these are drawn: each listens once to either store, to a plain text.
  const [selected, editing, focusOn, faint, silo] = useUi((ui) => looks(ui, card)).split('|')
  const [teamName, teamAt, typing, dotCount, remarkCount] = useBoard((view) =>
    marks(view, card, silo === 'y'),
  ).split('|')
  const team = teamName ? { name: teamName, at: Number(teamAt) } : undefined
  const dots = Number(dotCount)
  const remarks = Number(remarkCount)
  const { ui } = useHere()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focusOn !== 'y' || editing === 'y') return
    button.current?.focus()
    ui.set({ focusOn: undefined })
  }, [focusOn, editing, ui])
  if (editing === 'y') return <CardEditor card={card} />
  const evidence = say(card, 'evidence') as keyof typeof EVIDENCE | ''
  return (
    <li className={css.item}>
      <button
        ref={button}
        type="button"
        data-card={card.id}
        data-kind={card.kind}
        data-faint={faint === 'y' ? '' : undefined}
        className={css.card}
        tabIndex={selected === 'y' ? 0 : -1}
        aria-pressed={selected === 'y'}
        style={team ? { ['--hue' as string]: teamHue(team.at) } : undefined}
      >
        <span className={css.words}>
          {evidence === 'guess' && (
            <span className={css.guess} title={say(card, 'source')}>
              <Icon name="ask" size={13} />
              <span className="visually-hidden">{t('map.evidence.guess')}</span>
            </span>
          )}
          {words(card) || t('map.empty')}
        </span>
        <span className={css.foot}>
          {evidence && evidence !== 'guess' && (
            <span className={css.evidence} data-evidence={evidence} title={say(card, 'source')}>
              <Icon name={EVIDENCE[evidence]} size={13} />
              {t(`map.evidence.${evidence}`)}
            </span>
          )}
          {card['hidden'] === true && <span className={css.mark}>{t('map.onlyYou')}</span>}
          {team && <span className={css.mark}>{team.name}</span>}
          {remarks > 0 && (
            <span className={css.mark}>
              <Icon name="talk" size={13} /> {remarks}
              <span className="visually-hidden">{t('map.comments')}</span>
            </span>
          )}
          {dots > 0 && (
            <span className={css.dots}>
              {dots}
              <span className="visually-hidden"> {t('map.dots')}</span>
            </span>
          )}
        </span>
        {typing && <span className={css.typing}>{t('map.typing', { name: typing })}</span>}
      </button>
    </li>
  )
})
