import { useDebouncedValue } from '@mantine/hooks'
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { Empty, Failed, Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { useJourneyShape, usePeople } from './api'
import css from './people-page.module.css'
import { PersonRow } from './person-row'

const DEBOUNCE_MILLIS = 180

export default function PeoplePage() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const [typed, setTyped] = useState(query.get('query') ?? '')
  const [asked] = useDebouncedValue(typed.trim(), DEBOUNCE_MILLIS)
  const journey = query.get('journey') ?? undefined
  const step = query.get('step') ?? undefined
  const people = usePeople({ query: asked, ...(journey && { journey }), ...(step && { step }) })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        if (asked) next.set('query', asked)
        else next.delete('query')
        return next
      },
      { replace: true },
    )
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked])
  return (
    <Page title={t('people.title')}>
      <h1 className={css.title}>{t('people.title')}</h1>
      <TextInput
        ref={field}
        type="search"
        size="lg"
        label={t('people.find')}
        placeholder={t('people.findHint')}
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        classNames={{ label: 'visually-hidden' }}
      />
      {journey && <Narrowed journey={journey} step={step} />}
      {people.isPending ? (
        <Loading rows={8} />
      ) : people.isLoadingError ? (
        <Failed error={people.error} again={() => void people.refetch()} />
      ) : people.data.people.length === 0 ? (
        <Empty title={asked || journey ? t('people.nobody') : t('people.noneYet')}>
          <p>{asked || journey ? t('people.nobodyWords') : t('people.noneYetWords')}</p>
        </Empty>
      ) : (
        <div data-stale={people.isPlaceholderData} className={css.results}>
          <ul aria-label={t('people.title')}>
            {people.data.people.map((person) => (
              <PersonRow key={person.id} person={person} asked={journey} />
            ))}
          </ul>
          {people.data.more && <p className={css.more}>{t('people.andMore')}</p>}
        </div>
      )}
    </Page>
  )
}

/** Said when the list shows one journey or one of its steps alone. */
function Narrowed({ journey, step }: { journey: string; step: string | undefined }) {
  const { t } = useTranslation()
  const shape = useJourneyShape(journey).data
  const name = shape?.name ?? journey
  const place = [...(shape?.endings ?? []), ...(shape?.steps ?? [])].find(
    (each) => each.id === step,
  )
  return (
    <p className={css.narrowed}>
      {step
        ? t('people.atStep', { step: place?.name ?? step, journey: name })
        : t('people.onJourney', { journey: name })}
      <Link href="/people">{t('people.clear')}</Link>
    </p>
  )
}
