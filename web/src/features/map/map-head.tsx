import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Face } from '~/ui/face'
import { Icon } from '~/ui/icon'
import css from './map-head.module.css'
import { ViewTools, WorkTools } from './map-tools'
import { PersonasBar } from './personas-bar'
import { Saved } from './saved'
import { useBoard, useHere } from './ui-store'
import { useDraft } from './use-draft'
import { say, type Element } from './wire'

const FACES_MAX = 6

/** The map's name, whose journey it is, who is here, and what can be done with it. */
export function MapHead() {
  const { t } = useTranslation()
  const { store } = useHere()
  const board = useBoard(({ reading }) => reading.board)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const title = board ? say(board, 'title') : ''
  return (
    <header className={css.head}>
      {!store.guest && (
        <Link href="/maps" className={css.back} aria-label={t('map.all')} title={t('map.all')}>
          <Icon name="back" />
        </Link>
      )}
      <h1 className={css.title}>{mayMap && board ? <Name board={board} /> : title}</h1>
      <Saved />
      <ViewTools />
      <WorkTools />
      <People />
      <PersonasBar />
    </header>
  )
}

function Name({ board }: { board: Element }) {
  const { t } = useTranslation()
  const draft = useDraft(board, 'title', t('map.did.name'), { needed: true })
  return (
    <input
      {...draft}
      aria-label={t('map.name')}
      maxLength={160}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}

function People() {
  const { t } = useTranslation()
  const people = useBoard((view) => view.people)
  return (
    <ul className={css.people} aria-label={t('map.here')}>
      {people.slice(0, FACES_MAX).map((someone) => (
        <li key={someone.id} title={someone.name}>
          <Face id={someone.id} name={someone.name} size={28} />
          <span className="visually-hidden">{someone.name}</span>
        </li>
      ))}
      {people.length > FACES_MAX && <li className={css.more}>+{people.length - FACES_MAX}</li>}
    </ul>
  )
}
