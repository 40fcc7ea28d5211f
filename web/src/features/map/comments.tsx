import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '~/lib/format'
import { useMembers } from './api'
import css from './card-panel.module.css'
import { useHalfTyped } from './half-typed'
import { useBoard, useHere, useUi } from './ui-store'
import { freshId, say, type Element } from './wire'

const NO_COMMENTS: readonly Element[] = []

/** What people remark on a card; a remark that is settled goes out of sight and stays in the map. */
export function Comments({ card }: { card: Element }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const [text, setText] = useHalfTyped(`comment.${card.id}`)
  const field = useRef<HTMLInputElement>(null)
  const wanted = useUi((state) => state.into === 'comment')
  const comments = useBoard(({ reading }) => reading.comments.get(card.id) ?? NO_COMMENTS)
  const mayComment = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const open = comments.filter((comment) => comment['resolved'] !== true)
  useEffect(() => {
    if (!wanted) return
    field.current?.focus()
    ui.set({ into: undefined })
  }, [wanted, ui])
  return (
    <section className={css.comments} aria-label={t('map.comments')}>
      <h3>{t('map.comments')}</h3>
      <ul>
        {open.map((comment) => (
          <Remark key={comment.id} comment={comment} maySettle={mayComment} />
        ))}
      </ul>
      {mayComment && (
        <form
          className={css.remark}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '') return
            store.act(t('map.did.comment'), [
              {
                op: 'put',
                element: { kind: 'comment', id: freshId('c'), target: card.id, text: text.trim() },
              },
            ])
            setText('')
          }}
        >
          <TextInput
            ref={field}
            size="sm"
            aria-label={t('map.comment')}
            placeholder={t('map.comment')}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
          {text.trim() !== '' && (
            <Button type="submit" size="xs" variant="default">
              {t('map.sendComment')}
            </Button>
          )}
        </form>
      )}
    </section>
  )
}

function Remark({ comment, maySettle }: { comment: Element; maySettle: boolean }) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const name = useNameOf(say(comment, 'author'))
  return (
    <li>
      <small>
        <b>{name}</b> {say(comment, 'at') && formatMoment(say(comment, 'at'), i18n.language)}
      </small>
      <p>{say(comment, 'text')}</p>
      {maySettle && (
        <button
          type="button"
          onClick={() =>
            store.act(t('map.did.comment'), [
              { op: 'set', id: comment.id, fields: { resolved: true } },
            ])
          }
        >
          {t('map.settle')}
        </button>
      )}
    </li>
  )
}

/** What a member is called: whoever is here, and for colleagues also whoever was. */
function useNameOf(author: string): string {
  const { t } = useTranslation()
  const { store } = useHere()
  const mine = useBoard(({ me }) => me === author)
  const here = useBoard(({ people }) => people.find(({ id }) => id === author)?.name)
  const members = useMembers(store.id, !store.guest)
  const known = members.data?.find(({ member }) => member === author)?.name
  return mine ? t('map.you') : (here ?? known ?? t('map.somebody'))
}
