import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CatalogueForms, CatalogueFormsChannelForm } from '~/lib/api-schemas'
import { ownProblems, problemsIn, useForms } from './context'
import { SelectField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { Head } from './head'
import { Placements, renderingsOf } from './placements'
import { put, take, within } from './use-edits'
import { useList } from './use-list'

const KINDS = ['inbound', 'email', 'assisted', 'webhook'] as const
const SHOWN = ['name', 'kind', 'address', 'consent', 'quiet', 'caps', 'placements']

interface Props {
  channel: CatalogueFormsChannelForm
  onGone: () => void
}

/** A means by which people are met: how it reaches them, when it keeps quiet, and its placements. */
export function ChannelForm({ channel, onGone }: Props) {
  const { t } = useTranslation()
  const { draft, forms } = useForms()
  const uses = usesOf(forms, channel.id)
  const kind = KINDS.find((each) => each === channel.kind)
  return (
    <div className={css.form}>
      <Head
        title={channel.name ?? channel.id}
        id={channel.id}
        out={uses === 0 ? take(channel) : undefined}
        onGone={onGone}
      >
        <Mistakes problems={ownProblems(draft, channel, SHOWN)} />
      </Head>

      <section>
        <h3>{t('forms.action.what')}</h3>
        <div className={css.fields}>
          <TextField place={within(channel, 'name')} label={t('forms.name')} value={channel.name} />
          <SelectField
            place={within(channel, 'kind')}
            label={t('forms.channels.kind')}
            value={channel.kind}
            hint={kind && t(`forms.channels.kindHints.${kind}`)}
            options={KINDS.map((value) => ({ value, label: t(`forms.channels.kinds.${value}`) }))}
          />
          <SelectField
            place={within(channel, 'address')}
            label={t('forms.channels.address')}
            value={channel.address}
            hint={t('forms.channels.addressHint')}
            options={[
              { value: '', label: t('forms.nothing') },
              ...forms.declared.attributes.map((each) => ({
                value: each.id,
                label: each.name ?? each.id,
              })),
            ]}
          />
          <TextField
            place={within(channel, 'consent')}
            label={t('forms.channels.consent')}
            value={channel.consent}
            hint={t('forms.channels.consentHint')}
          />
        </div>
      </section>

      <section>
        <h3>{t('forms.channels.quiet')}</h3>
        <p className={css.lead}>{t('forms.channels.quietHint')}</p>
        <Quiet channel={channel} />
      </section>

      <section>
        <h3>{t('forms.channels.caps')}</h3>
        <p className={css.lead}>{t('forms.channels.capsHint')}</p>
        <Caps channel={channel} />
      </section>

      <Placements channel={channel} />
    </div>
  )
}

function Quiet({ channel }: { channel: CatalogueFormsChannelForm }) {
  const { t } = useTranslation()
  const { draft, fixed, edit } = useForms()
  const place = within(channel, 'quiet')
  const isQuiet = [channel.quietFrom, channel.quietTo, channel.quietOtherwise].some(
    (each) => each !== undefined,
  )
  if (!isQuiet) {
    return (
      <>
        <Mistakes problems={problemsIn(draft, place)} />
        {!fixed && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => void edit([put(place, { from: '20:00', to: '08:00' })])}
          >
            {t('forms.channels.addQuiet')}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <Mistakes problems={ownProblems(draft, place, ['from', 'to', 'otherwise'])} />
      <div className={css.fields}>
        <TextField
          place={within(place, 'from')}
          label={t('forms.channels.from')}
          value={channel.quietFrom}
        />
        <TextField
          place={within(place, 'to')}
          label={t('forms.channels.to')}
          value={channel.quietTo}
        />
        <SelectField
          place={within(place, 'otherwise')}
          label={t('forms.channels.otherwise')}
          value={channel.quietOtherwise ?? 'wait'}
          options={[
            { value: 'wait', label: t('forms.channels.wait') },
            { value: 'drop', label: t('forms.channels.drop') },
          ]}
        />
      </div>
      {!fixed && (
        <button type="button" className={css.plain} onClick={() => void edit([take(place)])}>
          {t('forms.channels.noQuiet')}
        </button>
      )}
    </>
  )
}

function Caps({ channel }: { channel: CatalogueFormsChannelForm }) {
  const { t } = useTranslation()
  const { draft, fixed } = useForms()
  const place = within(channel, 'caps')
  const list = useList(place, channel.caps.length)
  return (
    <>
      <Mistakes
        problems={problemsIn(draft, place).filter(
          (each) => each.path.length <= place.path.length + 1,
        )}
      />
      {channel.caps.length > 0 && (
        <ul className={css.renderings}>
          {channel.caps.map((cap, at) => {
            const one = within(place, String(at))
            const name = t('forms.channels.cap', { number: at + 1 })
            return (
              <li key={at}>
                <fieldset className={css.part} aria-label={name}>
                  <div className={css.heading}>
                    <h4>{name}</h4>
                    {!fixed && (
                      <button
                        type="button"
                        className={css.plain}
                        aria-label={t('forms.bundle.without', { name })}
                        {...list.waits}
                        onClick={() => void list.takeAt(at)}
                      >
                        {t('forms.takeOut')}
                      </button>
                    )}
                  </div>
                  <div className={css.fields}>
                    <TextField
                      place={within(one, 'contacts')}
                      label={t('forms.often.contacts')}
                      kind="number"
                      value={cap.contacts}
                    />
                    <TextField
                      place={within(one, 'within')}
                      label={t('forms.often.within')}
                      value={cap.within}
                      hint={t('forms.often.spanHint')}
                    />
                  </div>
                </fieldset>
              </li>
            )
          })}
        </ul>
      )}
      {!fixed && (
        <Button
          variant="default"
          size="compact-md"
          {...list.waits}
          onClick={() => void list.append({ contacts: 1, within: '7d' })}
        >
          {t('forms.often.add.cap')}
        </Button>
      )}
    </>
  )
}

/** How many words, actions and limits name a channel. */
export function usesOf(forms: CatalogueForms, channel: string): number {
  return [...renderingsOf(forms), ...forms.treatments, ...forms.contacts].filter(
    (each) => each.channel === channel,
  ).length
}
