import { useMantineColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useOffer, type Action } from '~/lib/actions'
import { language } from '~/lib/i18n'
import { useRights } from '~/lib/rights'
import type { Overlay } from './shell'

/** What can be done from anywhere. */
export function useShellActions(open: (overlay: Overlay) => void): void {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { toggleColorScheme } = useMantineColorScheme()
  const { readPeople } = useRights()
  const actions = useMemo<Action[]>(
    () => [
      {
        id: 'palette',
        label: t('keys.palette'),
        group: t('palette.do'),
        keys: 'mod+k',
        run: () => open('palette'),
      },
      {
        id: 'keys',
        label: t('keys.open'),
        group: t('palette.do'),
        keys: '?',
        run: () => open('keys'),
      },
      {
        id: 'go-home',
        label: t('keys.toHome'),
        group: t('palette.go'),
        keys: 'g h',
        run: () => go('/'),
      },
      ...(readPeople
        ? [
            {
              id: 'go-people',
              label: t('keys.toPeople'),
              group: t('palette.go'),
              keys: 'g p',
              run: () => go('/people'),
            },
          ]
        : []),
      {
        id: 'go-decide',
        label: t('keys.toDecide'),
        group: t('palette.go'),
        words: 'decide policies offers next best action',
        keys: 'g d',
        run: () => go('/decide'),
      },
      {
        id: 'colours',
        label: t('keys.colours'),
        group: t('palette.do'),
        words: 'theme dark light',
        run: toggleColorScheme,
      },
      {
        id: 'language',
        label: t('keys.language'),
        group: t('palette.do'),
        words: 'language sprache english deutsch',
        run: () => language.set(language.get() === 'en' ? 'de' : 'en'),
      },
    ],
    [t, go, toggleColorScheme, open, readPeople],
  )
  useOffer(actions)
}
