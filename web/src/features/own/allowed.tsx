import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OwnChoices } from '~/lib/api-schemas'
import type { Person } from '~/lib/api-types'
import { Choice } from '~/ui/choice'
import { useChoices, useWish } from './api'
import { MyLimits } from './my-limits'
import css from './own.module.css'
import { Section, Wrong } from './section'

type Channel = OwnChoices['channels'][number]

/** By what means the person may be reached, how often, and what may be done with what is known. */
export function Allowed({ me }: { me: Person }) {
  const { t } = useTranslation()
  const choices = useChoices().data
  const wish = useWish(t('own.saved'))
  const objects = (scope: string) => me.objections.some((each) => each.scope === scope)
  const toObjection = (scope: string, raised: boolean) =>
    wish.mutate({ to: 'objections', says: { scope, lifted: !raised } })
  const consent = (subject: string) => me.consents.find((each) => each.subject === subject)?.given
  const given = ({ id, consent: needed }: Channel) =>
    needed
      ? consent(needed)
      : !me.objections.some((each) => each.scope === 'channel' && each.subject === id)
  const set = (channel: Channel) => (now: boolean) =>
    wish.mutate(
      channel.consent
        ? { to: 'consents', says: { subject: channel.consent, given: now } }
        : { to: 'objections', says: { scope: 'channel', subject: channel.id, lifted: now } },
    )
  const experiments = choices?.experiments ?? 'experiments'
  const named = me.objections.filter((each) => each.name !== '')
  return (
    <Section id="allowed" title={t('own.allow.title')}>
      <h3>{t('own.allow.reach')}</h3>
      <ul className={css.rows}>
        {(choices?.channels ?? []).map((channel) => (
          <Reached key={channel.id} channel={channel} given={given(channel)} set={set(channel)} />
        ))}
      </ul>
      <MyLimits key={JSON.stringify(me.limits)} limits={me.limits} />
      <InOrOut
        title={t('own.allow.compare')}
        hint={t('own.allow.compareHint')}
        inWords={t('own.allow.compareIn')}
        outWords={t('own.allow.compareOut')}
        out={consent(experiments) === false}
        onChange={(out) =>
          wish.mutate({ to: 'consents', says: { subject: experiments, given: !out } })
        }
      />
      <InOrOut
        title={t('own.allow.profile')}
        hint={t('own.allow.profileHint')}
        inWords={t('own.allow.profileIn')}
        outWords={t('own.allow.profileOut')}
        out={objects('profiling')}
        onChange={(out) => toObjection('profiling', out)}
      />
      <InOrOut
        title={t('own.allow.contact')}
        hint={t('own.allow.contactHint')}
        inWords={t('own.allow.contactIn')}
        outWords={t('own.allow.contactOut')}
        out={objects('everything')}
        onChange={(out) => toObjection('everything', out)}
      />
      {named.length > 0 && (
        <>
          <h3>{t('own.allow.objections')}</h3>
          <ul className={css.rows}>
            {named.map((each) => (
              <li key={`${each.scope} ${each.subject}`}>
                <b>{each.name}</b>
                <Button
                  variant="default"
                  disabled={wish.isPending}
                  aria-label={t('own.allow.liftThis', { name: each.name })}
                  onClick={() =>
                    wish.mutate({
                      to: 'objections',
                      says: { scope: each.scope, subject: each.subject, lifted: true },
                    })
                  }
                >
                  {t('own.allow.lift')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </Section>
  )
}

/** One means of being reached: what holds now, and the other way round in one press. */
function Reached({
  channel: { name },
  given,
  set,
}: {
  channel: Channel
  given: boolean | undefined
  set: (now: boolean) => void
}) {
  const { t } = useTranslation()
  const says =
    given === undefined ? 'own.allow.unsaid' : given ? 'own.allow.allowed' : 'own.allow.refused'
  return (
    <li>
      <span>
        <b>{name}</b>
        <small>{t(says)}</small>
      </span>
      {given !== true && (
        <Button
          variant="default"
          aria-label={t('own.allow.allowThis', { name })}
          onClick={() => set(true)}
        >
          {t('own.allow.allow')}
        </Button>
      )}
      {given !== false && (
        <Button
          variant="default"
          aria-label={t('own.allow.refuseThis', { name })}
          onClick={() => set(false)}
        >
          {t('own.allow.refuse')}
        </Button>
      )}
    </li>
  )
}

function InOrOut({
  title,
  hint,
  inWords,
  outWords,
  out,
  onChange,
}: {
  title: string
  hint: string
  inWords: string
  outWords: string
  out: boolean
  onChange: (out: boolean) => void
}) {
  return (
    <div className={css.choice}>
      <h3>{title}</h3>
      <p className={css.hint}>{hint}</p>
      <Choice
        quiet
        label={title}
        value={out ? 'out' : 'in'}
        onChange={(value) => onChange(value === 'out')}
        options={[
          { value: 'in', label: inWords },
          { value: 'out', label: outWords },
        ]}
      />
    </div>
  )
}
