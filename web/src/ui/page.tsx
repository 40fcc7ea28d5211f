import { useEffect, type ReactNode } from 'react'
import css from './page.module.css'

/** A page to read: its title in the tab, one heading, a measure that eyes can follow. */
export function Page({
  title,
  children,
  wide,
}: {
  title: string
  children: ReactNode
  wide?: boolean
}) {
  useTitle(title)
  return <div className={`${css.page} ${wide ? css.wide : ''}`}>{children}</div>
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Cairn' ? title : `${title} · Cairn`
  }, [title])
}
