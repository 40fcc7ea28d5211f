import { describe, expect, it } from 'vitest'
import { de } from './app/locales/de'
import { en } from './app/locales/en'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const part = (path: string) =>
  path
    .replace(/^\.\//, '')
    .split('/')
    .slice(0, path.includes('/features/') ? 2 : 1)
    .join('/')

const imports = Object.entries(sources)
  .filter(([path]) => !path.endsWith('.test.ts'))
  .flatMap(([path, text]) =>
    [...text.matchAll(/from '~\/([^']+)'|import\('~\/([^']+)'\)/g)].map((match) => ({
      from: part(path),
      to: part(`./${match[1] ?? match[2] ?? ''}`),
    })),
  )

describe('the arrows between the parts', () => {
  it('lib and ui know nothing of features and app', () => {
    const wrong = imports.filter(
      ({ from, to }) => /^(lib|ui)$/.test(from) && /^(features|app)/.test(to),
    )
    expect(wrong).toEqual([])
    expect(imports.filter(({ from, to }) => from === 'lib' && to === 'ui')).toEqual([])
  })

  it('features know neither each other nor app', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('features/') &&
        (to.startsWith('app') || (to.startsWith('features/') && to !== from)),
    )
    expect(wrong).toEqual([])
  })
})

describe('the languages', () => {
  const places = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted()
  const walk = (a: object, b: object, path: string): void => {
    for (const [key, value] of Object.entries(a)) {
      const other = (b as Record<string, unknown>)[key]
      if (typeof value === 'string')
        expect(places(String(other)), `${path}${key}`).toEqual(places(value))
      else walk(value as object, other as object, `${path}${key}.`)
    }
  }

  it('say the same things with the same blanks to fill', () => {
    walk(en, de, '')
  })
})
