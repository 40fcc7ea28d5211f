import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { useChoices, useWish } from './api'
import { MyJourney } from './my-journey'
import css from './own.module.css'
import { Section, Wrong } from './section'

/** Where the person is on each journey, and what they may begin. */
export function MyJourneys({ me }: { me: Person }) {
  const { t } = useTranslation()
  const choices = useChoices().data
  const wish = useWish(t('own.saved'))
  const under = new Set(me.journeys.map((each) => each.journey))
  const open = (choices?.journeys ?? []).filter((each) => !under.has(each.id))
  return (
    <Section id="where" title={t('own.way.title')}>
      {me.journeys.length === 0 && <p className={css.quiet}>{t('own.way.none')}</p>}
      {me.journeys.map((journey) => (
        <MyJourney key={journey.instance} journey={journey} />
      ))}
      {open.length > 0 && (
        <details className={css.more}>
          <summary>{t('own.way.begin')}</summary>
          <ul className={css.rows}>
            {open.map((each) => (
              <li key={each.id}>
                <span>
                  <b>{each.name}</b>
                  <small>{each.purpose}</small>
                </span>
                <Button
                  variant="default"
                  disabled={wish.isPending}
                  onClick={() =>
                    wish.mutate({
                      to: 'journeys',
                      says: { journey: each.id, beginning: each.beginning },
                    })
                  }
                >
                  {t('own.way.beginThis', { name: each.name })}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </Section>
  )
}
