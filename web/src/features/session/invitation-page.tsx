import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { sent } from '~/lib/form'
import { formatMoment } from '~/lib/format'
import { roleInWords } from '~/lib/role-words'
import { Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { useInvitation, useJoin } from './api'
import { Door } from './door'
import css from './door.module.css'

const PASSWORD_CHARACTERS_MIN = 12

export default function InvitationPage({ token }: { token: string }) {
  const { t, i18n } = useTranslation()
  const invitation = useInvitation(token)
  const join = useJoin(token)
  const [, go] = useLocation()
  useTitle(t('session.invited'))
  if (invitation.isPending) return <Loading />
  if (invitation.isLoadingError)
    return <Door title={t('session.noInvitation')} words={t('session.noInvitationHint')} />
  const { name, email, roles, expires } = invitation.data
  const send = (form: FormData) =>
    join.mutate(
      { name: String(form.get('name')), password: String(form.get('password')) },
      { onSuccess: () => go('/') },
    )
  return (
    <Door
      title={t('session.invited')}
      words={t('session.invitedAs', {
        roles: roles.map((role) => roleInWords(role, t)).join(', '),
      })}
    >
      <form onSubmit={sent(send)}>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextInput
          name="name"
          label={t('session.name')}
          description={email}
          defaultValue={name}
          autoComplete="name"
          size="md"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          label={t('session.choosePassword')}
          description={t('session.passwordHint')}
          autoComplete="new-password"
          minLength={PASSWORD_CHARACTERS_MIN}
          size="md"
          required
          withAsterisk={false}
        />
        {join.isError && (
          <p className={css.wrong} role="alert">
            {join.error.message}
          </p>
        )}
        <Button type="submit" size="md" loading={join.isPending}>
          {t('session.join')}
        </Button>
      </form>
      <p className={css.note}>
        {t('session.invitedUntil', { date: formatMoment(expires, i18n.language) })}
      </p>
    </Door>
  )
}
