import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { sent } from '~/lib/form'
import { CairnMark } from '~/ui/cairn-mark'
import { useTitle } from '~/ui/page'
import { join } from './api'
import css from './join-page.module.css'

const NAME_MAX = 60

/** Coming on to a map by a code. */
export default function JoinPage({ code = '' }: { code?: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [wrong, setWrong] = useState('')
  useTitle(t('map.join.title'))
  const send = async (form: FormData) => {
    try {
      const joined = await join(String(form.get('code')), String(form.get('name')))
      go(`/join/map/${joined.board}`)
    } catch (failure) {
      setWrong(failure instanceof Error ? failure.message : String(failure))
    }
  }
  return (
    <main className={css.page}>
      <span className={css.mark}>
        <CairnMark />
      </span>
      <h1>{t('map.join.title')}</h1>
      <form onSubmit={sent((form) => void send(form))} className={css.form}>
        <TextInput
          name="code"
          label={t('map.join.code')}
          defaultValue={code}
          required
          withAsterisk={false}
          size="lg"
          autoComplete="off"
          autoCapitalize="characters"
        />
        <TextInput
          name="name"
          label={t('map.join.name')}
          required
          withAsterisk={false}
          size="lg"
          maxLength={NAME_MAX}
        />
        {wrong && (
          <p className={css.wrong} role="alert">
            {wrong}
          </p>
        )}
        <Button type="submit" size="lg">
          {t('map.join.go')}
        </Button>
      </form>
      <Link href="/">{t('app.toHome')}</Link>
    </main>
  )
}
