import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { announce } from '~/lib/announce'
import { Icon, type IconName } from '~/ui/icon'
import { titleOf } from './board-store'
import { Find } from './find'
import css from './map-head.module.css'
import { keep, pictureOf } from './picture'
import { boundZoom, useBoard, useHere, useUi, ZOOM_STEP, type Ui } from './ui-store'

/** How one looks at the map, and taking back what one did. */
export function ViewTools() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const canUndo = useBoard((view) => view.canUndo)
  const canRedo = useBoard((view) => view.canRedo)
  const looks = useBoard(({ role }) => role === 'viewer')
  const zoom = useUi((state) => state.zoom)
  const silo = useUi((state) => state.silo)
  const outline = useUi((state) => state.outline)
  const icon = (name: IconName, label: string, off: boolean, act: () => void) => (
    <button type="button" aria-label={label} title={label} disabled={off} onClick={act}>
      <Icon name={name} size={17} />
    </button>
  )
  return (
    <div className={css.tools} role="group" aria-label={t('map.tools')}>
      {!looks && (
        <>
          {icon('undo', t('map.undo'), !canUndo, () => store.undo())}
          {icon('redo', t('map.redo'), !canRedo, () => store.redo())}
        </>
      )}
      <span className={css.zoom}>
        {icon('minus', t('map.zoomOut'), false, () =>
          ui.set({ zoom: boundZoom(zoom - ZOOM_STEP) }),
        )}
        <button type="button" title={t('map.zoomWhole')} onClick={() => ui.set({ zoom: 1 })}>
          {Math.round(zoom * 100)}%
        </button>
        {icon('plus', t('map.zoomIn'), false, () => ui.set({ zoom: boundZoom(zoom + ZOOM_STEP) }))}
      </span>
      <Find />
      <button type="button" aria-pressed={outline} onClick={() => ui.set({ outline: !outline })}>
        {t('map.outline.show')}
      </button>
      <button type="button" aria-pressed={silo} onClick={() => ui.set({ silo: !silo })}>
        {t('map.silo')}
      </button>
    </div>
  )
}

/** Where else the work on this map goes on; the pages behind it are for those of the house. */
export function WorkTools() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const leads = useBoard(({ role }) => role === 'facilitator')
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  const open = (overlay: Ui['overlay']) => () => ui.set({ overlay })
  const path = `/maps/${store.id}`
  return (
    <div className={css.tools} role="group" aria-label={t('map.work')}>
      {leads && (
        <button type="button" onClick={open('workshop')}>
          {t('map.workshop.title')}
        </button>
      )}
      {!store.guest && (
        <>
          <Link href={`${path}/results`} className={css.tool}>
            {t('map.results.link')}
          </Link>
          <Link href={`${path}/live`} className={css.tool}>
            {t('map.live.link')}
          </Link>
        </>
      )}
      <Menu label={t('map.more')}>
        {mayMap && (
          <>
            <button type="button" onClick={open('stages')}>
              {t('map.addStages')}
            </button>
            <button type="button" onClick={open('arrange')}>
              {t('map.arrange.title')}
            </button>
          </>
        )}
        <button type="button" onClick={open('parking')}>
          {t('map.parking.title')}
        </button>
        {leads && (
          <button type="button" onClick={open('votes')}>
            {t('map.votes.title')}
          </button>
        )}
        {!store.guest && (
          <>
            <Link href={`${path}/history`}>{t('map.history.title')}</Link>
            <Link href={`${path}/summary`}>{t('map.summary.title')}</Link>
          </>
        )}
      </Menu>
      {!store.guest && <TakeOut />}
      {leads && (
        <button type="button" className={css.main} onClick={open('share')}>
          {t('map.share.link')}
        </button>
      )}
    </div>
  )
}

function TakeOut() {
  const { t } = useTranslation()
  const { store } = useHere()
  const picture = () =>
    void pictureOf(store.view().reading, titleOf(store.view())).then(
      (blob) => keep(blob, `map-${store.id}.png`),
      () => announce(t('map.tooLarge')),
    )
  return (
    <Menu label={t('map.out')}>
      {(['json', 'csv', 'cjml', 'xes'] as const).map((form) => (
        <a key={form} href={`/v1/boards/${store.id}/export?as=${form}`} download>
          {t(`map.export.${form}`)}
        </a>
      ))}
      <button type="button" onClick={picture}>
        {t('map.picture')}
      </button>
      <Link href={`/maps/${store.id}/print`}>{t('map.printed')}</Link>
    </Menu>
  )
}

function Menu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={css.opens}>
        {label}
      </button>
      <div id={id} popover="auto" className={css.menu}>
        {children}
      </div>
    </>
  )
}
