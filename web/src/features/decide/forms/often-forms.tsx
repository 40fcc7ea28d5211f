import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  CatalogueForms,
  CatalogueFormsContactForm,
  CatalogueFormsVolumeForm,
} from '~/lib/api-schemas'
import { ownersOf, ownProblems, slug, useForms } from './context'
import { SelectField, TextField } from './fields'
import css from './forms.module.css'
import { Mistakes } from './frame'
import { ruleNames, rulesPlace } from './growing'
import { Head } from './head'
import { ScopeField } from './scope-field'
import { put, take, within, type Edit, type Place } from './use-edits'

const RESPONSES = ['shown', 'clicked', 'accepted', 'no', 'notNow', 'outcome', 'harm'] as const
const SHOWN = ['issue', 'group', 'action', 'channel', 'cap', 'suppress', 'units', 'per'] as const
const TOLD = ['sentence', 'owner'] as const

/** How often at most, or when we rest: counted for each person over a window of any length. */
export function ContactForm({
  rule,
  onGone,
}: {
  rule: CatalogueFormsContactForm
  onGone: () => void
}) {
  const { t } = useTranslation()
  const { forms } = useForms()
  const counted = within(rule, rule.pauses ? 'suppress' : 'cap')
  return (
    <Limit
      rule={rule}
      kind={t(rule.pauses ? 'decide.often.rests' : 'decide.often.caps')}
      onGone={onGone}
    >
      {rule.pauses ? (
        <>
          <TextField
            place={within(counted, 'times')}
            label={t('forms.often.times')}
            kind="number"
            value={rule.times}
          />
          <SelectField
            place={within(counted, 'response')}
            label={t('forms.often.response')}
            value={rule.response}
            options={RESPONSES.map((each) => ({
              value: each,
              label: t(`forms.responses.${each}`),
            }))}
          />
        </>
      ) : (
        <TextField
          place={within(counted, 'contacts')}
          label={t('forms.often.contacts')}
          kind="number"
          value={rule.contacts}
        />
      )}
      <TextField
        place={within(counted, 'within')}
        label={t('forms.often.within')}
        value={rule.within}
        hint={t('forms.often.spanHint')}
      />
      {rule.pauses && (
        <TextField
          place={within(counted, 'pause')}
          label={t('forms.often.pause')}
          value={rule.pause}
          hint={t('forms.often.spanHint')}
        />
      )}
      {!rule.pauses && (
        <SelectField
          place={within(rule, 'channel')}
          label={t('forms.channel')}
          value={rule.channel}
          options={[
            { value: '', label: t('decide.often.allChannels') },
            ...forms.channels.map((each) => ({ value: each.id, label: each.name ?? each.id })),
          ]}
        />
      )}
    </Limit>
  )
}

/** How much of something there is for everybody together. */
export function VolumeForm({
  rule,
  onGone,
}: {
  rule: CatalogueFormsVolumeForm
  onGone: () => void
}) {
  const { t } = useTranslation()
  return (
    <Limit rule={rule} kind={t('decide.often.volumes')} onGone={onGone}>
      <TextField
        place={within(rule, 'units')}
        label={t('forms.often.units')}
        kind="number"
        value={rule.units}
      />
      <TextField
        place={within(rule, 'per')}
        label={t('forms.often.per')}
        value={rule.per}
        hint={t('forms.often.spanHint')}
      />
    </Limit>
  )
}

/** What every limit says: how much, for what it counts, in which words, and who answers for it. */
function Limit({
  rule,
  kind,
  onGone,
  children,
}: {
  rule: CatalogueFormsContactForm | CatalogueFormsVolumeForm
  kind: string
  onGone: () => void
  children: ReactNode
}) {
  const { draft } = useForms()
  return (
    <div className={css.form}>
      <Head title={rule.sentence ?? rule.id} id={rule.id} out={take(rule)} onGone={onGone}>
        <Mistakes problems={ownProblems(draft, rule, [...SHOWN, ...TOLD])} />
      </Head>
      <section>
        <h3>{kind}</h3>
        <div className={css.fields}>{children}</div>
        <ScopeField place={rule} scope={rule.scope} />
        <Told place={rule} sentence={rule.sentence} owner={rule.owner} />
      </section>
    </div>
  )
}

function Told({
  place,
  sentence,
  owner,
}: {
  place: Place
  sentence: string | undefined
  owner: string | undefined
}) {
  const { t } = useTranslation()
  const { forms } = useForms()
  return (
    <>
      <TextField
        place={within(place, 'sentence')}
        label={t('forms.sentence')}
        value={sentence}
        hint={t('forms.sentenceHint')}
        wide
      />
      <TextField
        place={within(place, 'owner')}
        label={t('forms.owner')}
        value={owner}
        hint={t('forms.ownerHint')}
        list={ownersOf(forms)}
      />
    </>
  )
}

export type OftenKind = 'cap' | 'rest' | 'volume'

/** A limit that counts from the start; the check asks for its sentence and its team. */
export function newLimit(forms: CatalogueForms, kind: OftenKind): { edits: Edit[]; id: string } {
  const id = slug(`new-${kind}`, ruleNames(forms))
  const says = {
    cap: { cap: { contacts: 1, within: '7d' } },
    rest: { suppress: { response: 'no', times: 1, within: '1d', pause: '30d' } },
    volume: { units: 100, per: '30d' },
  }[kind]
  return {
    id,
    edits: [put(rulesPlace(forms, kind === 'volume' ? 'volumes' : 'contacts', id), says)],
  }
}
