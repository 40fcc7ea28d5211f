import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/ui/icon'
import css from './card.module.css'
import { addCards, linesOf, setText } from './gestures'
import { useBoard, useHere, useUi } from './ui-store'
import { list, say, words, WORDS, type Element } from './wire'

const EVIDENCE = { guess: 'ask', said: 'quote', measured: 'list' } as const

/** One typed sticky note. */
export const Card = memo(function Card({ card }: { card: Element }) {
  const { t } = useTranslation()
  const selected = useUi((ui) => ui.selected === card.id)
  const editing = useUi((ui) => ui.editing === card.id)
  const focusOn = useUi((ui) => ui.focusOn === card.id)
  const faint = useUi(
    (ui) => ui.find !== '' && !words(card).toLowerCase().includes(ui.find.toLowerCase()),
  )
  const other = useUi(
    (ui) => ui.persona !== '' && say(card, 'persona') !== '' && say(card, 'persona') !== ui.persona,
  )
  const silo = useUi((ui) => ui.silo)
  const team = useBoard(({ reading }) =>
    silo ? reading.teams.find(({ id }) => list(card, 'teams').includes(id)) : undefined,
  )
  const teamAt = useBoard(({ reading }) => (team ? reading.teams.indexOf(team) : -1))
  const typing = useBoard(
    ({ people, me }) => people.find(({ id, typing: at }) => id !== me && at === card.id)?.name,
  )
  const dots = useBoard(({ reading }) => reading.votes.get(card.id)?.length ?? 0)
  const remarks = useBoard(
    ({ reading }) =>
      reading.comments.get(card.id)?.filter((comment) => comment['resolved'] !== true).length ?? 0,
  )
  const { ui } = useHere()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!focusOn || editing) return
    button.current?.focus()
    ui.set({ focusOn: undefined })
  }, [focusOn, editing, ui])
  if (editing) return <CardEditor card={card} />
  const evidence = say(card, 'evidence') as keyof typeof EVIDENCE | ''
  return (
    <li className={css.item}>
      <button
        ref={button}
        type="button"
        data-card={card.id}
        data-kind={card.kind}
        data-faint={faint || other ? '' : undefined}
        className={css.card}
        tabIndex={selected ? 0 : -1}
        aria-pressed={selected}
        style={team ? { ['--hue' as string]: (teamAt * 67 + 20) % 360 } : undefined}
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
          {team && <span className={css.mark}>{say(team, 'name')}</span>}
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
  const { t } = useTranslation()
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
        maxLength={card.kind === 'note' ? 2000 : 160}
        rows={2}
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => finish(true)}
        onPaste={(event) => {
          const lines = linesOf(event.clipboardData.getData('text/plain'))
          if (lines.length < 2 || value !== '') return
          event.preventDefault()
          const view = store.view()
          const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
          const { ops } = addCards(view.reading, spot, lines.slice(1), say(card, 'persona'))
          setValue(lines[0]!)
          store.act(t('map.did.paste'), ops)
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
