import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limits } from '~/lib/api-types'
import { Choice } from '~/ui/choice'
import { useWish } from './api'
import css from './own.module.css'
import { Wrong } from './section'

const WEEK = 'P7D'
const WEEK_AS_TOLD = 'PT168H'
const OFTEN = ['', '0', '1', '2', '5'] as const
type Often = (typeof OFTEN)[number]

const isWeekly = (cap: Limits['caps'][number]) => !cap.channel && cap.window === WEEK_AS_TOLD

/** How often and when; limits that were set in another way stay beside these. */
export function MyLimits({ limits }: { limits: Limits }) {
  const { t } = useTranslation()
  const weekly = limits.caps.find(isWeekly)
  const others = limits.caps.filter((cap) => !isWeekly(cap))
  const known = OFTEN.find((each) => each === String(weekly?.contactsMax))
  const [often, setOften] = useState<Often>(known ?? '')
  const [from, setFrom] = useState(limits.quiet?.from ?? '')
  const [to, setTo] = useState(limits.quiet?.to ?? '')
  const wish = useWish(t('own.saved'))
  const words = (value: Often) =>
    value === ''
      ? t('own.allow.unlimited')
      : value === '0'
        ? t('own.allow.never')
        : t('own.allow.times', { count: Number(value) })
  return (
    <form
      className={css.fields}
      onSubmit={(event) => {
        event.preventDefault()
        const caps = often === '' ? [] : [{ contactsMax: Number(often), window: WEEK }]
        wish.mutate({
          to: 'limits',
          says: {
            caps: [...others, ...caps],
            ...(from && to && { quiet: { from, to } }),
            ...(limits.silentUntil && { silentUntil: limits.silentUntil }),
          },
        })
      }}
    >
      <Choice
        label={t('own.allow.often')}
        value={often}
        onChange={setOften}
        options={OFTEN.map((value) => ({ value, label: words(value) }))}
      />
      <fieldset className={css.hours}>
        <legend>{t('own.allow.quiet')}</legend>
        <TextInput
          type="time"
          label={t('own.allow.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('own.allow.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </fieldset>
      <Button type="submit" variant="default" loading={wish.isPending}>
        {t('own.allow.saveLimits')}
      </Button>
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </form>
  )
}
