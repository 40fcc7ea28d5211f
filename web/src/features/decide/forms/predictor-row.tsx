import { useTranslation } from 'react-i18next'
import type { CatalogueFormsPredictorForm } from '~/lib/api-schemas'
import { problemsIn, useForms } from './context'
import { numeric } from './fields'
import css from './forms.module.css'
import { Frame, Mistakes } from './frame'
import { isProtected, predictorInWords, sourceOf } from './predictor-words'
import { put, take, within, type Place } from './use-edits'
import { useKept } from './use-kept'

interface Props {
  place: Place
  item: CatalogueFormsPredictorForm
  part: 'predictors' | 'fairness'
}

/** One thing to look at: what it is, where it comes from, how it is cut, and why it may be. */
export function PredictorRow({ place, item, part }: Props) {
  const { t } = useTranslation()
  const { draft, forms, editList, listing, fixed } = useForms()
  const name = item.name ?? ''
  const words = predictorInWords(name, forms, t)
  const declares =
    part === 'predictors' && (isProtected(name, forms) || item.declared !== undefined)
  const cut = item.bins
    ? t('forms.features.bins', { count: Number(item.bins) })
    : part === 'predictors' && item.edges.length > 0
      ? t('forms.features.cutAt', { edges: item.edges.join(', ') })
      : undefined
  const problems = problemsIn(draft, place)
  return (
    <li>
      <span>{words}</span>
      <small>
        {[
          t(`forms.features.sources.${sourceOf(name)}`),
          cut,
          isProtected(name, forms) && t('forms.features.protected'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {!fixed && (
        <button
          type="button"
          className={css.plain}
          aria-label={t('forms.bundle.without', { name: words })}
          aria-disabled={listing}
          onClick={() => void editList([take(place)])}
        >
          {t('forms.takeOut')}
        </button>
      )}
      {declares ? (
        <Said place={place} item={item} field="declared" problems={problems} />
      ) : part === 'fairness' ? (
        <Said place={place} item={item} field="edges" problems={problems} />
      ) : (
        <Mistakes problems={problems} />
      )}
    </li>
  )
}

interface SaidProps {
  place: Place
  item: CatalogueFormsPredictorForm
  field: 'declared' | 'edges'
  problems: ReturnType<typeof problemsIn>
}

/** What is said beside a name: a name alone becomes a mapping with it. */
function Said({ place, item, field, problems }: SaidProps) {
  const { t } = useTranslation()
  const { edit, fixed } = useForms()
  const kept = field === 'edges' ? item.edges.join(', ') : (item.declared ?? '')
  const save = (next: string, leaving: boolean) => {
    const value = field === 'edges' ? edgesIn(next) : next
    if (next.trim() === '') {
      return kept === '' ? undefined : edit([take(within(place, field))], leaving)
    }
    return edit(
      [
        item.plain
          ? put(place, { name: item.name, [field]: value })
          : put(within(place, field), value),
      ],
      leaving,
    )
  }
  const { text, setText, flush } = useKept(kept, save, field === 'edges' ? tidyEdges : undefined)
  return (
    <Frame
      wide
      label={t(`forms.features.${field}`)}
      hint={t(`forms.features.${field}Hint`)}
      problems={problems}
    >
      {(ids) => (
        <input
          {...ids}
          type="text"
          readOnly={fixed}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => flush()}
        />
      )}
    </Frame>
  )
}

/** The same numbers in one way of writing them. */
export const tidyEdges = (text: string) => edgesIn(text).join(', ')

const edgesIn = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(numeric)
