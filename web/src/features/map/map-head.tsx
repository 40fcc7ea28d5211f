import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { announce } from '~/lib/announce'
import { Face } from '~/ui/face'
import { Icon } from '~/ui/icon'
import { titleOf } from './board-store'
import type { LineState } from './line'
import { Find } from './find'
import { addPersona, setText } from './gestures'
import css from './map-head.module.css'
import { keep, pictureOf } from './picture'
import { useBoard, useHere, useUi } from './ui-store'
import { say } from './wire'

const FACES_MAX = 6

/** The map's name, whose journey it is, who is here, and what can be done with it. */
export function MapHead() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const board = useBoard(({ reading }) => reading.board)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const title = board ? say(board, 'title') : ''
  return (
    <header className={css.head}>
      <Link href="/maps" className={css.back} aria-label={t('map.all')} title={t('map.all')}>
        <Icon name="back" />
      </Link>
      <h1 className={css.title}>
        {mayMap && board ? (
          <input
            key={title}
            defaultValue={title}
            aria-label={t('map.name')}
            maxLength={160}
            onKeyDown={(event) => {
              event.stopPropagation()
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
            onBlur={(event) =>
              store.act(t('map.did.name'), setText(board, 'title', event.target.value.trim()))
            }
          />
        ) : (
          title
        )}
      </h1>
      <Saved />
      <People />
      <Tools mayMap={mayMap} />
      <Personas
        mayMap={mayMap}
        add={() => {
          const { ops, id } = addPersona(store.view().reading, t('map.newPersona'))
          store.act(t('map.did.persona'), ops)
          ui.set({ persona: id })
        }}
      />
    </header>
  )
}

const SAVED: Record<LineState, 'saved' | 'offline' | 'connecting'> = {
  open: 'saved',
  connecting: 'connecting',
  lost: 'offline',
  gone: 'offline',
}

function Saved() {
  const { t } = useTranslation()
  const line = useBoard((view) => view.line)
  const waiting = useBoard((view) => view.waiting)
  const state = line === 'open' && waiting > 0 ? 'saving' : SAVED[line]
  return (
    <span className={css.saved} data-state={state} role="status">
      {t(`map.state.${state}`)}
      {state === 'offline' && waiting > 0 && `, ${t('map.waiting', { count: waiting })}`}
    </span>
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

function Tools({ mayMap }: { mayMap: boolean }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const canUndo = useBoard((view) => view.canUndo)
  const canRedo = useBoard((view) => view.canRedo)
  const leads = useBoard(({ role }) => role === 'facilitator')
  const zoom = useUi((state) => state.zoom)
  const silo = useUi((state) => state.silo)
  const outline = useUi((state) => state.outline)
  const id = useId()
  return (
    <div className={css.tools} role="group" aria-label={t('map.tools')}>
      <button type="button" disabled={!canUndo} onClick={() => store.undo()}>
        {t('map.undo')}
      </button>
      <button type="button" disabled={!canRedo} onClick={() => store.redo()}>
        {t('map.redo')}
      </button>
      <span className={css.zoom}>
        <button
          type="button"
          aria-label={t('map.zoomOut')}
          onClick={() => ui.set({ zoom: Math.max(0.4, zoom - 0.1) })}
        >
          <Icon name="minus" size={15} />
        </button>
        <button type="button" title={t('map.zoomWhole')} onClick={() => ui.set({ zoom: 1 })}>
          {Math.round(zoom * 100)}%
        </button>
        <button
          type="button"
          aria-label={t('map.zoomIn')}
          onClick={() => ui.set({ zoom: Math.min(1.8, zoom + 0.1) })}
        >
          <Icon name="plus" size={15} />
        </button>
      </span>
      <Find />
      <button type="button" aria-pressed={outline} onClick={() => ui.set({ outline: !outline })}>
        {t('map.outline.show')}
      </button>
      <button type="button" aria-pressed={silo} onClick={() => ui.set({ silo: !silo })}>
        {t('map.silo')}
      </button>
      {mayMap && (
        <button type="button" onClick={() => ui.set({ overlay: 'stages' })}>
          {t('map.addStages')}
        </button>
      )}
      {leads && (
        <button type="button" onClick={() => ui.set({ overlay: 'workshop' })}>
          {t('map.workshop.title')}
        </button>
      )}
      <Link href={`/maps/${store.id}/results`} className={css.tool}>
        {t('map.results.link')}
      </Link>
      <Link href={`/maps/${store.id}/live`} className={css.tool}>
        {t('map.live.link')}
      </Link>
      <button type="button" popoverTarget={`${id}-more`}>
        {t('map.more')}
      </button>
      <div id={`${id}-more`} popover="auto" className={css.menu}>
        {mayMap && (
          <button type="button" onClick={() => ui.set({ overlay: 'arrange' })}>
            {t('map.arrange.title')}
          </button>
        )}
        <button type="button" onClick={() => ui.set({ overlay: 'parking' })}>
          {t('map.parking.title')}
        </button>
        {leads && (
          <button type="button" onClick={() => ui.set({ overlay: 'votes' })}>
            {t('map.votes.title')}
          </button>
        )}
        <Link href={`/maps/${store.id}/history`}>{t('map.history.title')}</Link>
        <Link href={`/maps/${store.id}/summary`}>{t('map.summary.title')}</Link>
      </div>
      <button type="button" popoverTarget={id}>
        {t('map.out')}
      </button>
      <div id={id} popover="auto" className={css.menu}>
        {(['json', 'csv', 'cjml', 'xes'] as const).map((form) => (
          <a key={form} href={`/v1/boards/${store.id}/export?as=${form}`} download>
            {t(`map.export.${form}`)}
          </a>
        ))}
        <button
          type="button"
          onClick={() =>
            void pictureOf(store.view().reading, titleOf(store.view())).then(
              (blob) => keep(blob, `map-${store.id}.png`),
              () => announce(t('map.tooLarge')),
            )
          }
        >
          {t('map.picture')}
        </button>
        <Link href={`/maps/${store.id}/print`}>{t('map.printed')}</Link>
      </div>
      {leads && (
        <button type="button" className={css.main} onClick={() => ui.set({ overlay: 'share' })}>
          {t('map.share.link')}
        </button>
      )}
    </div>
  )
}

function Personas({ mayMap, add }: { mayMap: boolean; add: () => void }) {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const personas = useBoard(({ reading }) => reading.personas)
  const chosen = useUi((state) => state.persona)
  const toBe = useUi((state) => state.toBe)
  const shown = personas.find(({ id }) => id === chosen) ?? personas[0]
  return (
    <div className={css.personas} role="group" aria-label={t('map.whose')}>
      {personas.map((persona) => (
        <button
          key={persona.id}
          type="button"
          aria-pressed={persona === shown}
          onClick={() => ui.set({ persona: persona.id })}
        >
          <Face id={persona.id} name={say(persona, 'name')} size={24} />
          {say(persona, 'name')}
        </button>
      ))}
      {mayMap && personas.length < 5 && (
        <button type="button" onClick={add}>
          <Icon name="plus" size={14} /> {t('map.addPersona')}
        </button>
      )}
      {shown && (
        <>
          {say(shown, 'quote') !== '' && <q className={css.quote}>{say(shown, 'quote')}</q>}
          <Link href={`/maps/${store.id}/personas/${shown.id}`} className={css.about}>
            {t('map.about')}
          </Link>
          <button
            type="button"
            className={css.toBe}
            aria-pressed={toBe}
            onClick={() => ui.set({ toBe: !toBe })}
          >
            {t('map.curve.show')}
          </button>
        </>
      )}
    </div>
  )
}
