import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Session } from '~/lib/api-types'
import { listenToKeys } from '~/lib/keys'
import { CairnMark } from '~/ui/cairn-mark'
import { Icon } from '~/ui/icon'
import { AppearancePop } from './appearance-pop'
import { Navigation } from './navigation'
import { Routes } from './routes'
import { SessionPop } from './session-pop'
import css from './shell.module.css'
import { useShellActions } from './shell-actions'

const loadPalette = () => import('./palette')
const Palette = lazy(loadPalette)
const KeyList = lazy(() => import('./key-list'))

export type Overlay = 'palette' | 'keys' | undefined

/** The bar on top, the page below, and what opens over both. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation()
  const [overlay, setOverlay] = useState<Overlay>()
  useShellActions(setOverlay)
  useEffect(listenToKeys, [])
  // Whoever presses its keys types on at once, so it is fetched before it is wanted.
  useEffect(() => void loadPalette(), [])
  const content = useContentFocus()
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {t('app.skip')}
      </a>
      <header className={css.bar}>
        <Link href="/" className={css.brand} aria-label={`${t('app.name')}, ${t('app.home')}`}>
          <CairnMark />
          <span className={css.word}>{t('app.name')}</span>
        </Link>
        <Navigation />
        <button
          type="button"
          className={css.search}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setOverlay('palette')}
        >
          <Icon name="search" size={16} />
          <span className={css.searchWord}>{t('app.search')}</span>
          <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
        <AppearancePop />
        <SessionPop session={session} />
      </header>
      <main id="content" ref={content} className={css.content} tabIndex={-1}>
        <Routes />
      </main>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={() => setOverlay(undefined)} />}
        {overlay === 'keys' && <KeyList onClose={() => setOverlay(undefined)} />}
      </Suspense>
    </div>
  )
}

/** After going to another page the keyboard and the screen reader start at its content. */
function useContentFocus() {
  const [path] = useLocation()
  const content = useRef<HTMLElement>(null)
  const first = useRef(path)
  useEffect(() => {
    if (first.current === path) return
    first.current = path
    window.scrollTo(0, 0)
    content.current?.focus({ preventScroll: true })
  }, [path])
  return content
}
