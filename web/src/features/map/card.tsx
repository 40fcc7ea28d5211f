import type { TFunction } from 'i18next'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { Icon } from '~/ui/icon'
import type { BoardView } from './board-store'
import css from './card.module.css'
import { addCards, PASTE_LINES_MAX, readPaste, setText, wordsMax } from './gestures'
import { teamHue } from './silo-bar'
import { useBoard, useHere, useUi, type Ui } from './ui-store'
import { list, say, words, WORDS, type Element } from './wire'

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
        <span className={css.words}>{words(card) || t('map.empty')}</span>
        <span className={css.foot}>
          {evidence && (
            <span className={css.evidence} data-evidence={evidence} title={say(card, 'source')}>
              <Icon name={EVIDENCE[evidence]} size={13} />
              <span className={evidence === 'guess' ? 'visually-hidden' : undefined}>
                {t(`map.evidence.${evidence}`)}
              </span>
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

/** The text of a card while it is written: Enter keeps it, Escape does not, more lines are more cards. */
function CardEditor({ card }: { card: Element }) {
  const { t, i18n } = useTranslation()
  const { store, ui } = useHere()
  const [base] = useState(card)
  const [value, setValue] = useState(words(card))
  const area = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
    store.here({ typing: card.id })
    return () => store.here({ typing: '' })
  }, [store, card.id])
  const finish = (keep: boolean) => {
    if (done.current) return
    done.current = true
    const text = value.trim()
    if (keep && text !== '') store.act(t('map.did.write'), setText(base, WORDS[card.kind]!, text))
    // A new card without a word is not kept.
    const empty = words(card) === '' && (!keep || text === '')
    if (empty) store.undo()
    ui.set({
      editing: undefined,
      focusOn: empty ? undefined : card.id,
      selected: empty ? undefined : card.id,
    })
  }
  return (
    <li className={css.item}>
      <textarea
        ref={area}
        className={css.editor}
        data-kind={card.kind}
        aria-label={t('map.text')}
        value={value}
        maxLength={wordsMax(card.kind)}
        rows={2}
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => finish(true)}
        onPaste={(event) => {
          const pasted = readPaste(event.clipboardData.getData('text/plain'), card.kind, value)
          if (pasted.kind === 'plain') return
          event.preventDefault()
          switch (pasted.kind) {
            case 'tooMany':
              return store.refuse(
                t('map.paste.tooMany', {
                  lines: formatNumber(pasted.lines, i18n.language),
                  max: formatNumber(PASTE_LINES_MAX, i18n.language),
                }),
              )
            case 'tooLong':
              return store.refuse(
                t('map.paste.tooLong', { max: formatNumber(pasted.max, i18n.language) }),
              )
            case 'lines': {
              const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
              const more = pasted.lines.slice(1)
              setValue(pasted.lines[0]!)
              store.act(
                t('map.did.paste'),
                addCards(store.view().reading, spot, more, say(card, 'persona')).ops,
              )
            }
          }
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            finish(true)
          } else if (event.key === 'Escape') finish(false)
        }}
      />
    </li>
  )
}
