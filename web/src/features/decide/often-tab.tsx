import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue, CatalogueContact } from '~/lib/api-schemas'
import { formatNumber } from '~/lib/format'
import { useVolumes } from './api'
import { Balance } from './balance'
import { namesOf } from './catalogue'
import css from './rules.module.css'
import { TakenChip } from './taken-chip'
import { useCalled } from './use-called'
import { scopeInWords, spanInWords } from './words'

const DOTS_MAX = 12

/** How often we come to one person, when we rest, and how much there is for everybody. */
export function OftenTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t, i18n } = useTranslation()
  const names = namesOf(catalogue)
  const caps = catalogue.contacts.filter((each) => each.kind === 'cap')
  const rests = catalogue.contacts.filter((each) => each.kind !== 'cap')
  const span = (text: string) => spanInWords(text, i18n.language)
  return (
    <>
      <section className={css.part}>
        <h2 className="serif">{t('decide.often.theirs')}</h2>
        <p className={css.hint}>{t('decide.often.theirsHint')}</p>
      </section>
      <section className={css.part}>
        <h2 className="serif">{t('decide.often.caps')}</h2>
        <p className={css.hint}>{t('decide.often.capsHint')}</p>
        <ul>
          {caps.map((cap) => (
            <li key={cap.id} className={css.rule}>
              <p className={css.sentence}>{cap.sentence}</p>
              <Dots
                times={cap.times}
                words={t('decide.often.within', { span: span(cap.within) })}
              />
              <Facts contact={cap} names={names} />
              <TakenChip component={cap.id} />
            </li>
          ))}
        </ul>
      </section>
      <section className={css.part}>
        <h2 className="serif">{t('decide.often.rests')}</h2>
        <p className={css.hint}>{t('decide.often.restsHint')}</p>
        <ul>
          {rests.map((rest) => (
            <li key={rest.id} className={css.rule}>
              <p className={css.sentence}>{rest.sentence}</p>
              <Dots
                no
                times={rest.times}
                words={t('decide.often.thenRest', {
                  response: rest.response ?? '',
                  span: span(rest.within),
                  pause: span(rest.pause ?? ''),
                })}
              />
              <Facts contact={rest} names={names} />
              <TakenChip component={rest.id} />
            </li>
          ))}
        </ul>
      </section>
      {catalogue.volumes.length > 0 && <Volumes catalogue={catalogue} names={names} />}
    </>
  )
}

function Volumes({
  catalogue,
  names,
}: {
  catalogue: CatalogueCatalogue
  names: ReadonlyMap<string, string>
}) {
  const { t, i18n } = useTranslation()
  const balances = useVolumes(true).data?.volumes ?? []
  return (
    <section className={css.part}>
      <h2 className="serif">{t('decide.often.volumes')}</h2>
      <p className={css.hint}>{t('decide.often.volumesHint')}</p>
      <ul>
        {catalogue.volumes.map((volume) => {
          const balance = balances.find((each) => each.id === volume.id)
          return (
            <li key={volume.id} className={css.rule}>
              <p className={css.sentence}>{volume.sentence}</p>
              <p>
                {t('decide.often.units', {
                  units: formatNumber(volume.units, i18n.language),
                  span: spanInWords(volume.per, i18n.language),
                })}
              </p>
              {balance && <Balance balance={balance} />}
              <p className={css.facts}>
                {scopeInWords(volume.scope, names, t)} · {volume.owner}
              </p>
              <TakenChip component={volume.id} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Dots({ times, words, no }: { times: number; words: string; no?: boolean }) {
  return (
    <p className={css.dots}>
      {Array.from({ length: Math.min(times, DOTS_MAX) }, (_, at) => (
        <i key={at} data-no={no} />
      ))}
      {times > DOTS_MAX && <b>×{times}</b>}
      <span>{words}</span>
    </p>
  )
}

function Facts({
  contact,
  names,
}: {
  contact: CatalogueContact
  names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const called = useCalled()
  return (
    <p className={css.facts}>
      {contact.kind === 'cap' &&
        `${contact.channel ? called.channel(contact.channel) : t('decide.often.allChannels')} · `}
      {scopeInWords(contact.scope, names, t)} · {contact.owner}
    </p>
  )
}
