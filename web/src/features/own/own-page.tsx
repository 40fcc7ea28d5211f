import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '~/lib/api-types'
import type { PersonReceipt } from '~/lib/api-schemas'
import { ApiError } from '~/lib/http'
import { language } from '~/lib/i18n'
import { CairnMark } from '~/ui/cairn-mark'
import { Empty, Failed, Loading } from '~/ui/faces'
import { useTitle } from '~/ui/page'
import { Allowed } from './allowed'
import { useMe } from './api'
import { Decided } from './decided'
import { Forget, Forgotten } from './forget'
import { KnownOfMe } from './known-of-me'
import { MyJourneys } from './my-journeys'
import { MyStory } from './my-story'
import css from './own.module.css'
import { Offered } from './offered'
import { Questions } from './questions'
import { Wants } from './wants'

/** A person's own page, opened by their link: what is so, why, and what they can do about it. */
export default function OwnPage() {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const [receipt, setReceipt] = useState<PersonReceipt>()
  useTitle(t('own.title'))
  const gone = me.error instanceof ApiError && [403, 404, 410].includes(me.error.status)
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <span className={css.mark}>
          <CairnMark /> {t('own.title')}
        </span>
        <button
          type="button"
          className={css.language}
          lang={i18n.language === 'de' ? 'en' : 'de'}
          onClick={() => language.set(i18n.language === 'de' ? 'en' : 'de')}
        >
          {t('own.language')}
        </button>
      </header>
      <main>
        {receipt ? (
          <Forgotten receipt={receipt} />
        ) : me.isPending ? (
          <Loading rows={7} />
        ) : gone ? (
          <Empty title={t('own.gone')}>
            <p>{t('own.goneHint')}</p>
          </Empty>
        ) : me.isLoadingError ? (
          <Failed error={me.error} again={() => void me.refetch()} />
        ) : (
          <Mine me={me.data} onForgotten={setReceipt} />
        )}
      </main>
    </div>
  )
}

function Mine({ me, onForgotten }: { me: Person; onForgotten: (receipt: PersonReceipt) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{me.name ? t('own.hello', { name: me.name }) : t('own.helloNobody')}</h1>
      <p className={css.intro}>{t('own.intro')}</p>
      <MyJourneys me={me} />
      <Offered />
      {me.questions.length > 0 && <Questions questions={me.questions} />}
      <Wants me={me} />
      <Decided />
      <Allowed me={me} />
      <KnownOfMe me={me} />
      <MyStory />
      <Forget onForgotten={onForgotten} />
    </>
  )
}
