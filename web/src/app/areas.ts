import type { Rights } from '~/lib/rights'

/**
 * The three areas of the product and the pages that exist in them. An area shows in the bar as
 * soon as it has a page; its pages stand together, set off from the next area's.
 */
export type PageName = 'maps' | 'journeys' | 'people' | 'desk' | 'decide'

export interface AreaPage {
  /** Shown to those who may; to everyone where nothing is said. */
  allowed?: (rights: Rights) => boolean
  name: PageName
  href: string
  /** Addresses that belong to this page. */
  owns: (path: string) => boolean
}

export interface Area {
  name: 'map' | 'decide' | 'learn'
  pages: readonly AreaPage[]
}

export const AREAS: readonly Area[] = [
  {
    name: 'map',
    pages: [{ name: 'maps', href: '/maps', owns: (path) => path.startsWith('/maps') }],
  },
  {
    name: 'decide',
    pages: [
      {
        name: 'journeys',
        href: '/',
        owns: (path) => path === '/' || path.startsWith('/journeys'),
      },
      {
        name: 'people',
        href: '/people',
        owns: (path) => path.startsWith('/people'),
        allowed: (rights) => rights.readPeople,
      },
      {
        name: 'desk',
        href: '/desk',
        owns: (path) => path.startsWith('/desk'),
        allowed: (rights) => rights.settleTasks,
      },
      {
        name: 'decide',
        href: '/decide',
        owns: (path) => path.startsWith('/decide') || path.startsWith('/decisions'),
      },
    ],
  },
  { name: 'learn', pages: [] },
]
