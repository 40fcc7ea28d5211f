import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import { Choice } from '~/ui/choice'
import { useChoices, useWish } from './api'
import css from './own.module.css'
import { Section, Wrong } from './section'

const WORDS_MAX = 300
const OTHER = ''

/** What the person is trying to do, in their words, theirs to change. */
export function Wants({ me }: { me: Person }) {
  const { t } = useTranslation()
  const wish = useWish(t('own.saved'))
  const open = me.purposes.filter((purpose) => purpose.open)
  const source = (word: string) =>
    word === 'imported' || word === 'inferred' ? word : ('declared' as const)
  return (
    <Section id="wants" title={t('own.wants.title')}>
      {open.length === 0 && <p className={css.quiet}>{t('own.wants.none')}</p>}
      <ul className={css.rows}>
        {open.map((purpose) => (
          <li key={purpose.id}>
            <span>
              <b className="serif">{purpose.text}</b>
              <small>{t(`own.wants.source_${source(purpose.source)}`)}</small>
            </span>
            <Button
              variant="default"
              disabled={wish.isPending}
              onClick={() =>
                wish.mutate({ to: `purposes/${encodeURIComponent(purpose.id)}`, away: true })
              }
            >
              {t('own.wants.close')}
            </Button>
          </li>
        ))}
      </ul>
      <Say />
      <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
    </Section>
  )
}

function Say() {
  const { t } = useTranslation()
  const purposes = useChoices().data?.purposes ?? []
  const [text, setText] = useState('')
  const [kind, setKind] = useState<string>(OTHER)
  const wish = useWish(t('own.saved'))
  return (
    <details className={css.more}>
      <summary>{t('own.wants.say')}</summary>
      <form
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault()
          wish.mutate(
            { to: 'purposes', says: { text: text.trim(), ...(kind && { kind }) } },
            { onSuccess: () => setText('') },
          )
        }}
      >
        <TextInput
          label={t('own.wants.words')}
          placeholder={t('own.wants.example')}
          value={text}
          maxLength={WORDS_MAX}
          required
          withAsterisk={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {purposes.length > 0 && (
          <Choice
            label={t('own.wants.kind')}
            value={kind}
            onChange={setKind}
            options={[
              ...purposes.map((each) => ({ value: each.id, label: each.name })),
              { value: OTHER, label: t('own.wants.other') },
            ]}
          />
        )}
        <Button type="submit" loading={wish.isPending}>
          {t('own.wants.save')}
        </Button>
        <Wrong error={wish.error} words={t('own.failed', { why: wish.error?.message })} />
      </form>
    </details>
  )
}
