import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiError } from '~/lib/http'
import { useTitle } from '~/ui/page'
import { useSignIn } from './api'
import { Door } from './door'
import css from './door.module.css'

export default function SignInPage() {
  const { t } = useTranslation()
  const signIn = useSignIn()
  useTitle(t('session.signIn'))
  const send = (form: FormData) =>
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) })
  return (
    <Door title={t('session.welcome')} words={t('session.welcomeHint')}>
      <form action={send}>
        <TextInput
          name="email"
          type="email"
          label={t('session.email')}
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('session.password')}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
        />
        {signIn.isError && (
          <p className={css.wrong} role="alert">
            {wording(signIn.error, t)}
          </p>
        )}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </form>
    </Door>
  )
}

function wording(error: Error, t: ReturnType<typeof useTranslation>['t']): string {
  if (error instanceof ApiError && error.status === 401) return t('session.wrong')
  if (error instanceof ApiError && error.status === 429) return t('session.busy')
  return error.message
}
