import type { TFunction } from 'i18next'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sent } from '~/lib/form'
import { ApiError } from '~/lib/http'
import { useTitle } from '~/ui/page'
import { useSignIn } from './api'
import { Door } from './door'
import css from './door.module.css'
import { passkeysWork, usePasskeySignIn, wasLeft } from './passkeys'

export default function SignInPage() {
  const { t } = useTranslation()
  const signIn = useSignIn()
  const byPasskey = usePasskeySignIn()
  const refused = byPasskey.error && !wasLeft(byPasskey.error) ? byPasskey.error : null
  useTitle(t('session.signIn'))
  const send = (form: FormData) =>
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) })
  return (
    <Door title={t('session.welcome')} words={t('session.welcomeHint')}>
      <form onSubmit={sent(send)}>
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
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
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
      {passkeysWork() && (
        <>
          <p className={css.or}>{t('passkeys.or')}</p>
          {refused && (
            <p className={css.wrong} role="alert">
              {refused instanceof ApiError && refused.status === 401
                ? t('passkeys.unknown')
                : wording(refused, t)}
            </p>
          )}
          <Button
            variant="default"
            size="md"
            onClick={() => byPasskey.mutate()}
            loading={byPasskey.isPending}
          >
            {t('passkeys.signIn')}
          </Button>
        </>
      )}
    </Door>
  )
}

function wording(error: Error, t: TFunction): string {
  if (error instanceof ApiError && error.status === 401) return t('session.wrong')
  if (error instanceof ApiError && error.status === 429) return t('session.busy')
  return error.message
}
