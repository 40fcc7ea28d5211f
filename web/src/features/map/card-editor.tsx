import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import css from './card.module.css'
import { addTable, kindIn, setText, wordsMax, type Spot } from './gestures'
import { useAddTable, usePaste, useTellTable } from './use-paste'
import { useHere } from './ui-store'
import { say, words, WORDS, type Element } from './wire'

/** The text of a card that is there already: Enter keeps it, Escape does not. */
export function CardEditor({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const [base] = useState(card)
  const tell = useTellTable()
  useEffect(() => {
    store.here({ typing: card.id })
    return () => store.here({ typing: '' })
  }, [store, card.id])
  return (
    <Editor
      kind={card.kind}
      before={words(card)}
      done={([own = [], ...beside]) => {
        const [first = '', ...more] = own
        const spot = { lane: say(card, 'lane'), column: say(card, 'column') }
        const { reading } = store.view()
        const others = addTable(reading, spot, [more, ...beside], say(card, 'persona'))
        const changed = first === '' ? [] : setText(base, WORDS[card.kind]!, first)
        const label = t(others.ids.length > 0 ? 'map.did.paste' : 'map.did.write')
        store.act(label, [...changed, ...others.ops])
        tell(others.ids.length + (first === '' ? 0 : 1), 1 + beside.length, others.isFolded)
        ui.set({ editing: undefined, focusOn: card.id, selected: card.id })
      }}
    />
  )
}

/**
 * A card that is not on the map before it says something: one gesture makes it with its words, and
 * one undo takes it back. Ctrl with Enter keeps it and begins the next.
 */
export function NewCard({
  lane,
  column,
  turn,
}: {
  lane: Element
  column: string
  /** Which card it is of those written one after the other, from 1. */
  turn: number
}) {
  const { ui } = useHere()
  const item = useRef<HTMLLIElement>(null)
  const spot: Spot = { lane: lane.id, column }
  const add = useAddTable()
  return (
    <Editor
      kind={kindIn(lane)}
      before=""
      item={item}
      done={(table, next) => {
        if (table.length === 0) {
          // The focus goes back to where the writing was begun.
          const cell = item.current?.closest('[data-cell]')
          ui.set({ writing: undefined, focusOn: ui.get().selected })
          if (!ui.get().selected) cell?.querySelector<HTMLElement>('[data-add]')?.focus()
          return
        }
        const last = add(spot, table).at(-1)
        ui.set({ writing: undefined, selected: last, focusOn: last })
        if (next) ui.set({ writing: { ...spot, turn: turn + 1 }, focusOn: undefined })
      }}
    />
  )
}

interface EditorProps {
  kind: string
  before: string
  item?: RefObject<HTMLLIElement | null>
  /** What is to be kept, for this cell and those beside it; nothing where it is let go. */
  done: (table: string[][], next: boolean) => void
}

function Editor({ kind, before, item, done }: EditorProps) {
  const { t } = useTranslation()
  const [value, setValue] = useState(before)
  const area = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
  }, [])
  const finish = (table: string[][], next = false) => {
    if (isDone.current) return
    isDone.current = true
    done(table, next)
  }
  const typed = () => (value.trim() === '' ? [] : [[value.trim()]])
  // What was begun is kept when the page or the map is left; where nothing was, there is nothing.
  const leave = useEffectEvent(() => {
    if (value.trim() !== before.trim()) finish(typed())
  })
  useLayoutEffect(() => {
    const left = () => leave()
    addEventListener('pagehide', left)
    return () => {
      removeEventListener('pagehide', left)
      left()
    }
  }, [])
  const paste = usePaste(kind, value, finish)
  return (
    <li className={css.item} ref={item}>
      <textarea
        ref={area}
        className={css.editor}
        data-kind={kind}
        data-own-paste=""
        aria-label={t('map.text')}
        value={value}
        maxLength={wordsMax(kind)}
        rows={2}
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => finish(typed())}
        onPaste={paste}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            finish(typed(), event.ctrlKey || event.metaKey)
          } else if (event.key === 'Escape') finish([])
        }}
      />
    </li>
  )
}
