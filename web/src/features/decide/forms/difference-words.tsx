import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CatalogueForms, DifferencesDifference, DraftView } from '~/lib/api-schemas'
import { groupBy } from '~/lib/group-by'
import { formNames } from './context'
import css from './difference-words.module.css'
import { predictorInWords } from './predictor-words'

/** What a draft changes, in words: each part with what it said and what it would say. */
export function DifferenceWords({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  const names = formNames(draft.forms)
  const parts = groupBy(draft.differences, (each) => subjectKey(each))
  return (
    <section className={css.words} aria-labelledby="in-words">
      <h2 id="in-words" className="serif">
        {t('forms.differences.title')}
      </h2>
      <ul>
        {[...parts].map(([key, differences]) => (
          <li key={key}>
            <h3>{differences[0] && subjectOf(differences[0], draft.forms, names, t)}</h3>
            <ul>
              {differences.map((each) => (
                <li key={each.kind + each.path.join('/')}>
                  <Sentence difference={each} forms={draft.forms} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How many names lead to the part of a file that people would call one thing. */
function subjectDepth(difference: DifferencesDifference): number {
  return Math.min(partDepth(difference), difference.path.length)
}

function partDepth({ file, path }: DifferencesDifference): number {
  if (file.startsWith('actions')) {
    if (path[0] !== 'groups') return 0
    return path[2] === 'actions' ? 4 : 2
  }
  if (file.startsWith('policies') || file.startsWith('treatments')) return 2
  if (file.startsWith('purposes') || file.startsWith('channels')) return 2
  if (file.startsWith('arbitration')) return path[0] === 'context' ? 2 : 0
  return 0
}

function subjectKey(difference: DifferencesDifference): string {
  return [difference.file, ...difference.path.slice(0, subjectDepth(difference))].join('/')
}

const PARTS = {
  policies: 'rule',
  contacts: 'limit',
  volumes: 'volume',
  treatments: 'treatment',
  context: 'boost',
} as const
type PartName = keyof typeof PARTS
const isPart = (name: string): name is PartName => name in PARTS

function subjectOf(
  difference: DifferencesDifference,
  forms: CatalogueForms,
  names: ReadonlyMap<string, string>,
  t: TFunction,
): string {
  const { file, path } = difference
  const depth = subjectDepth(difference)
  const id = path[depth - 1] ?? ''
  const whole = difference.whole && path.length === depth
  const told = whole ? (difference.after ?? difference.before) : undefined
  if (file.startsWith('actions')) {
    if (depth === 4) {
      return t('forms.differences.action', { name: names.get(`action:${id}`) ?? told ?? id })
    }
    if (depth === 2) {
      return t('forms.differences.group', { name: names.get(`group:${id}`) ?? told ?? id })
    }
    const issue = forms.issues.find((each) => each.file === file)
    return t('forms.differences.issue', { name: issue?.name ?? issue?.id ?? file })
  }
  if (depth === 0) {
    if (file.startsWith('features')) return t('forms.parts.features')
    return file.startsWith('arbitration') ? t('forms.parts.weighing') : file
  }
  if (path[0] === 'purposes') {
    return t('forms.differences.purpose', { name: names.get(`purpose:${id}`) ?? told ?? id })
  }
  if (path[0] === 'channels') {
    const channel = forms.channels.find((each) => each.id === id)
    return t('forms.differences.channel', { name: channel?.name ?? told ?? id })
  }
  const part = path[0] ?? ''
  const rule = [...forms.rules, ...forms.contacts, ...forms.volumes].find(
    (each) => each.file === file && each.id === id,
  )
  const name = rule?.sentence ?? told ?? id
  return isPart(part) ? t(`forms.differences.${PARTS[part]}`, { name }) : `${file}: ${id}`
}

/** What stood and stands there; a predictor is told by what people call it. */
function told(
  { file, path, whole, before, after }: DifferencesDifference,
  forms: CatalogueForms,
  t: TFunction,
) {
  if (!file.startsWith('features') || !whole || path.length !== 2) return { before, after }
  const words = (name: string | undefined) => name && predictorInWords(name, forms, t)
  return { before: words(before), after: words(after) }
}

const FIELDS = [
  ...['name', 'owner', 'kind', 'from', 'until', 'purposes', 'findsPurpose', 'journey', 'lever'],
  ...['valueOrganisation', 'valuePerson', 'influence', 'nudge', 'boost', 'plain', 'expires'],
  ...['renderings', 'channel', 'placements', 'treatment', 'words', 'when', 'test', 'sentence'],
  ...['issue', 'group', 'action', 'contacts', 'within', 'response', 'times', 'pause', 'units'],
  ...['per', 'percent', 'a', 'unit', 'classMax', 'choice', 'use', 'arms', 'perMille', 'salt'],
  ...['title', 'subject', 'body', 'button', 'link', 'image', 'html', 'gain', 'optimism'],
  ...['floor', 'width', 'propensity', 'context', 'levers', 'value', 'bundle', 'greedy'],
  ...['address', 'consent', 'quiet', 'otherwise', 'to', 'caps', 'predictors', 'fairness'],
  ...['outcomeWindow', 'declared', 'edges', 'bins'],
] as const

function fieldInWords(
  difference: DifferencesDifference,
  forms: CatalogueForms,
  t: TFunction,
): string {
  const isPredictor = difference.file.startsWith('features')
  const inside = difference.path.slice(subjectDepth(difference))
  const named = inside.map((name, at) => {
    if (/^\d+$/.test(name)) return String(Number(name) + 1)
    if (isPredictor && at === 1) {
      return difference.path.length > 2 ? predictorInWords(name, forms, t) : ''
    }
    const field = FIELDS.find((each) => each === name)
    // What only holds the field below it need not be said.
    const last = at === inside.length - 1
    if (!last && ['words', 'influence', 'cap', 'suppress', 'choice'].includes(name)) return ''
    return field ? t(`forms.fields.${field}`) : name
  })
  return named.filter((name) => name !== '').join(' ')
}

interface SentenceProps {
  difference: DifferencesDifference
  forms: CatalogueForms
}

function Sentence({ difference, forms }: SentenceProps) {
  const { t } = useTranslation()
  const { before, after } = told(difference, forms, t)
  if (difference.kind === 'moved') {
    return <span>{t('forms.differences.moved', { before, after })}</span>
  }
  const field = fieldInWords(difference, forms, t)
  if (field === '') {
    return (
      <span>{t(after === undefined ? 'forms.differences.gone' : 'forms.differences.new')}</span>
    )
  }
  return (
    <>
      <b>{field}</b> {before !== undefined && <del>{before}</del>}
      {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
      {after !== undefined && <ins>{after}</ins>}
      {after === undefined && <span> {t('forms.differences.taken')}</span>}
    </>
  )
}
