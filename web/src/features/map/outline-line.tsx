import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '~/lib/announce'
import { Icon } from '~/ui/icon'
import { giveDot, ownDots } from './dots'
import { mayChange, moveCard, wordsMax } from './gestures'
import css from './outline.module.css'
import { useBoard, useHere, useUi } from './ui-store'
import { useDraft } from './use-draft'
import { useRound } from './use-round'
import { say, words, WORDS, type Element } from './wire'

/** One card as a line: its words, how it is known, and all that can be done with it by a button. */
export function OutlineLine({ card, at, count }: { card: Element; at: number; count: number }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const isOpen = useBoard((view) => mayChange(view, card))
  const find = useUi((state) => state.find)
  const text = words(card)
  const hit = find !== '' && text.toLowerCase().includes(find.toLowerCase())
  const dots = useBoard(({ reading }) => reading.votes.get(card.id)?.length ?? 0)
  const evidence = say(card, 'evidence') as 'guess' | 'said' | 'measured' | ''
  return (
    <li className={css.line} data-hit={hit || undefined} data-line={card.id}>
      {isOpen ? <Words card={card} /> : <p>{text}</p>}
      <small>
        {evidence && t(`map.evidence.${evidence}`)}
        {dots > 0 && ` · ${t('map.dotsGiven', { count: dots })}`}
      </small>
      <span className={css.tools}>
        {isOpen && <Moves card={card} at={at} count={count} />}
        <Details card={card} />
        <GiveDot card={card} />
        {isOpen && (
          <button
            type="button"
            onClick={(event) => {
              // The focus goes on to what comes after, never to nowhere.
              const here = event.currentTarget.closest('li')
              const next = here?.nextElementSibling ?? here?.previousElementSibling
              const after = next?.querySelector<HTMLElement>('textarea, button')
              const add = here?.closest('section')?.querySelector<HTMLElement>('input')
              store.act(t('map.did.delete'), [{ op: 'del', id: card.id }])
              ;(after ?? add)?.focus()
              if (ui.get().selected === card.id) ui.set({ selected: undefined })
              announce(t('map.deleted'))
            }}
          >
            {t('map.delete')}
          </button>
        )}
      </span>
    </li>
  )
}

function Words({ card }: { card: Element }) {
  const { t } = useTranslation()
  const draft = useDraft(card, WORDS[card.kind]!, t('map.did.write'), { needed: true })
  return <textarea {...draft} rows={1} aria-label={t('map.text')} maxLength={wordsMax(card.kind)} />
}

function Moves({ card, at, count }: { card: Element; at: number; count: number }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const text = words(card)
  const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
  const move = (index: number) =>
    store.act(t('map.did.move'), moveCard(store.view().reading, card, spot, index))
  return (
    <>
      <button
        type="button"
        aria-label={t('map.arrange.up', { name: text })}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      >
        <Icon name="up" size={15} />
      </button>
      <button
        type="button"
        aria-label={t('map.arrange.down', { name: text })}
        disabled={at === count - 1}
        onClick={() => move(at + 1)}
      >
        <span className={css.down}>
          <Icon name="up" size={15} />
        </span>
      </button>
      <button type="button" onClick={() => ui.set({ moving: card.id })}>
        {t('map.moveTo')}
      </button>
    </>
  )
}

/** Opens the details and goes into them; closed again, the focus comes back here. */
function Details({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { ui } = useHere()
  const button = useRef<HTMLButtonElement>(null)
  const isBack = useUi((state) => state.focusOn === card.id)
  useEffect(() => {
    if (!isBack) return
    button.current?.focus()
    ui.set({ focusOn: undefined })
  }, [isBack, ui])
  return (
    <button
      ref={button}
      type="button"
      onClick={() => ui.set({ selected: card.id, into: 'details' })}
    >
      {t('map.details')}
    </button>
  )
}

function GiveDot({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const looks = useBoard(({ role }) => role === 'viewer')
  const round = useRound()
  if (!round?.isOpen || looks) return null
  const own = ownDots(store.view(), card.id).length
  return (
    <button
      type="button"
      disabled={round.left === 0}
      onClick={() => giveDot(store, card.id, t('map.did.vote'))}
    >
      {t('map.giveDot')}
      {own > 0 && ` (${own})`}
    </button>
  )
}
