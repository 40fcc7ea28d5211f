import { useTranslation } from 'react-i18next'
import { problemsIn, useForms } from './context'
import css from './forms.module.css'
import { Frame } from './frame'
import { put } from './use-edits'
import { useKept } from './use-kept'

const STEP = 0.05

/** The published share of the organisation's value, by slider or by number. */
export function Share({ value }: { value: string }) {
  const { t } = useTranslation()
  const { draft, forms, edit, fixed } = useForms()
  const place = { file: forms.weighing.file, path: ['a'] }
  const { text, setText, flush } = useKept(value, (next, leaving) => {
    const share = Number(next)
    return edit([put(place, next.trim() !== '' && Number.isFinite(share) ? share : next)], leaving)
  })
  return (
    <Frame
      wide
      label={t('decide.weighing.a')}
      problems={problemsIn(draft, place)}
      hint={t('forms.weighing.aHint')}
    >
      {(ids) => (
        <div className={css.share}>
          <small>{t('decide.weighing.allPerson')}</small>
          <input
            type="range"
            min={0}
            max={1}
            step={STEP}
            disabled={fixed}
            aria-label={t('decide.weighing.a')}
            aria-valuetext={text}
            value={Number(text) || 0}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => flush()}
          />
          <small>{t('decide.weighing.allOrganisation')}</small>
          <input
            {...ids}
            type="text"
            inputMode="decimal"
            data-number="true"
            readOnly={fixed}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={() => flush()}
          />
        </div>
      )}
    </Frame>
  )
}
