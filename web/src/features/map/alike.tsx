import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/lib/format'
import { get } from '~/lib/http'
import { useHere } from './ui-store'
import { say, type Element } from './wire'
import { useDraft } from './use-draft'
import css from './persona-page.module.css'

interface Alike {
  alike?: number
  looked: number
  people: number
  few: boolean
  problem?: string
}

/** The rule by which real people resemble this one, and how many do: a number, never who. */
export function AlikePeople({ persona, mayMap }: { persona: Element; mayMap: boolean }) {
  const { t, i18n } = useTranslation()
  const { store } = useHere()
  const rule = say(persona, 'segment')
  const draft = useDraft(persona, 'segment', t('map.did.persona'))
  const alike = useQuery({
    queryKey: ['maps', store.id, 'alike', persona.id, rule],
    queryFn: ({ signal }) =>
      get<Alike>(`/v1/boards/${store.id}/personas/${persona.id}/alike`, signal),
    enabled: rule !== '',
    refetchInterval: 30_000,
    retry: false,
  })
  const n = (value: number) => formatNumber(value, i18n.language)
  const { data } = alike
  return (
    <div>
      <label className={css.area}>
        {t('map.persona.segment')}
        <textarea
          {...draft}
          rows={2}
          disabled={!mayMap}
          maxLength={2000}
          placeholder="person.age >= 27 && person.firstHome"
        />
      </label>
      <p role="status">
        {rule !== '' &&
          data &&
          (data.problem ??
            (data.few
              ? t('map.persona.few')
              : t('map.persona.alike', { alike: n(data.alike ?? 0), looked: n(data.looked) })))}
      </p>
    </div>
  )
}
