import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalogue } from './api'
import { calledIn, namesOf, type Called } from './catalogue'

/** What channels and placements are called; their ids until that is known. */
export function useCalled(): Called {
  const { t } = useTranslation()
  const catalogue = useCatalogue().data
  return useMemo(() => calledIn(catalogue ? namesOf(catalogue) : new Map(), t), [catalogue, t])
}
