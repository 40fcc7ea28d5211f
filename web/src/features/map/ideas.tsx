import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '~/lib/format'
import type { Choices, Score, ScoredIdea } from './choices-api'
import css from './ideas.module.css'
import { placeAt } from './order'
import { SourcedField } from './sourced-field'
import { useBoard, useHere } from './ui-store'
import { useDraft } from './use-draft'
import { freshId, say, type Element } from './wire'

const NUMBERS = [
  ['personValue', 100],
  ['organisationValue', 100],
  ['effort', 5],
  ['importance', 10],
  ['satisfaction', 10],
  ['reach', undefined],
  ['impact', 3],
  ['confidence', 100],
  ['months', 1200],
] as const

/** Ideas side by side: value against value before value against effort, every number with its source. */
export function Ideas({ choices }: { choices: Choices }) {
  const { t } = useTranslation()
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  if (choices.ideas.length === 0) return <p className={css.hint}>{t('map.choice.noIdeas')}</p>
  return (
    <>
      <div className={css.plots}>
        <Plot
          title={t('map.choice.valueByValue')}
          x={t('map.choice.organisationValue')}
          y={t('map.choice.personValue')}
          xMax={100}
          yMax={100}
          points={choices.ideas.map((idea, at) => ({
            at: at + 1,
            title: idea.title,
            x: input(idea.value, 'organisationValue'),
            y: input(idea.value, 'personValue'),
          }))}
        />
        <Plot
          title={t('map.choice.valueByEffort')}
          x={t('map.choice.effort')}
          y={t('map.choice.value')}
          xMax={5}
          yMax={100}
          points={choices.ideas.map((idea, at) => ({
            at: at + 1,
            title: idea.title,
            x: input(idea.valueForEffort, 'effort'),
            y: idea.value?.value,
          }))}
        />
      </div>
      <ol className={css.ideas}>
        {choices.ideas.map((idea) => (
          <Idea key={idea.id} idea={idea} mayMap={mayMap} />
        ))}
      </ol>
    </>
  )
}

const input = (score: Score | undefined, name: string) =>
  score?.inputs.find((each) => each.name === name)?.number

function Idea({ idea, mayMap }: { idea: ScoredIdea; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const element = useBoard(({ doc }) => doc.live.get(idea.id))
  const initiatives = useBoard(({ reading }) => reading.initiatives)
  const taken = initiatives.some((each) => say(each, 'idea') === idea.id)
  if (!element) return null
  const take = () => {
    const { key } = placeAt(
      initiatives.map((each) => ({ id: each.id, order: say(each, 'order') })),
      initiatives.length,
    )
    store.act(t('map.did.initiative'), [
      {
        op: 'put',
        element: {
          kind: 'initiative',
          id: freshId('t'),
          idea: idea.id,
          title: idea.title,
          owner: '',
          firstStep: '',
          due: '',
          state: 'planned',
          order: key,
        },
      },
    ])
  }
  return (
    <li className={css.idea}>
      <h3>{idea.title}</h3>
      {say(element, 'description') && <p className={css.hint}>{say(element, 'description')}</p>}
      <p className={css.scores}>
        <Chip label={t('map.choice.opportunity')} score={idea.opportunity}>
          {idea.band && t(`map.choice.bands.${idea.band}`)}
        </Chip>
        <Chip label="RICE" score={idea.rice} />
        <Chip label={t('map.choice.value')} score={idea.value} />
        <Chip label={t('map.choice.valueForEffort')} score={idea.valueForEffort} />
        {idea.votes > 0 && (
          <span>
            {t('map.choice.dots', { count: idea.votes })}
            <em>{t('map.case.sources.voted')}</em>
          </span>
        )}
      </p>
      <details>
        <summary>{t('map.choice.numbers')}</summary>
        <div className={css.numbers}>
          {NUMBERS.map(([field, max]) => (
            <SourcedField
              key={field}
              element={element}
              field={field}
              label={t(`map.choice.${field}`)}
              mayMap={mayMap}
              {...(max === undefined ? {} : { max })}
            />
          ))}
        </div>
      </details>
      {mayMap && !taken && (
        <Button size="xs" variant="default" onClick={take}>
          {t('map.choice.take')}
        </Button>
      )}
      {taken && <p className={css.hint}>{t('map.choice.taken')}</p>}
    </li>
  )
}

function Chip({
  label,
  score,
  children,
}: {
  label: string
  score: Score | undefined
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  if (!score) return null
  return (
    <span>
      {label} <b>{Math.round(score.value * 10) / 10}</b> {children}
      <em>{t(`map.case.sources.${score.source}`)}</em>
    </span>
  )
}

const SIZE = 260
const PAD = 30

interface Point {
  at: number
  title: string
  x: number | undefined
  y: number | undefined
}

function Plot({
  title,
  x,
  y,
  xMax,
  yMax,
  points,
}: {
  title: string
  x: string
  y: string
  xMax: number
  yMax: number
  points: readonly Point[]
}) {
  const { t } = useTranslation()
  const shown = points.filter((point) => point.x !== undefined && point.y !== undefined)
  const px = (value: number) => PAD + (value / xMax) * (SIZE - PAD - 14)
  const py = (value: number) => SIZE - PAD - (value / yMax) * (SIZE - PAD - 14)
  return (
    <figure className={css.plot}>
      <figcaption>{title}</figcaption>
      {shown.length === 0 ? (
        <p className={css.hint}>{t('map.choice.noNumbers')}</p>
      ) : (
        <svg
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          role="img"
          aria-label={`${title}: ${shown.map((point) => `${point.title} ${point.x}, ${point.y}`).join('; ')}`}
        >
          <path d={`M${PAD} 10V${SIZE - PAD}H${SIZE - 8}`} className={css.axis} />
          <path
            d={`M${px(xMax / 2)} 14V${SIZE - PAD}M${PAD} ${py(yMax / 2)}H${SIZE - 14}`}
            className={css.middle}
          />
          <text x={SIZE - 8} y={SIZE - 10} textAnchor="end">
            {x}
          </text>
          <text x={10} y={SIZE - PAD} transform={`rotate(-90 14 ${SIZE - PAD})`} dy="4">
            {y}
          </text>
          {shown.map((point) => (
            <g key={point.at}>
              <circle cx={px(point.x!)} cy={py(point.y!)} r="11" />
              <text
                x={px(point.x!)}
                y={py(point.y!) + 4}
                textAnchor="middle"
                className={css.number}
              >
                {point.at}
              </text>
            </g>
          ))}
        </svg>
      )}
    </figure>
  )
}

const STATES = ['planned', 'running', 'done', 'dropped'] as const

/** What the room has decided to do: each with somebody who does it, a first step and a day. */
export function Initiatives() {
  const { t } = useTranslation()
  const initiatives = useBoard(({ reading }) => reading.initiatives)
  const mayMap = useBoard(({ role }) => role === 'facilitator' || role === 'mapper')
  if (initiatives.length === 0) return <p className={css.hint}>{t('map.choice.noInitiatives')}</p>
  return (
    <ul className={css.initiatives}>
      {initiatives.map((each) => (
        <Initiative key={each.id} element={each} mayMap={mayMap} />
      ))}
    </ul>
  )
}

function Initiative({ element, mayMap }: { element: Element; mayMap: boolean }) {
  const { t } = useTranslation()
  const { store } = useHere()
  const set = (fields: Record<string, string>) =>
    store.act(t('map.did.initiative'), [{ op: 'set', id: element.id, fields }])
  const late =
    say(element, 'due') !== '' &&
    say(element, 'due') < today() &&
    ['planned', 'running'].includes(say(element, 'state'))
  return (
    <li>
      <h3>{say(element, 'title')}</h3>
      <div className={css.line}>
        <Words element={element} field="owner" mayMap={mayMap} />
        <Words element={element} field="firstStep" mayMap={mayMap} />
        <label>
          {t('map.choice.due')}
          <input
            type="date"
            disabled={!mayMap}
            value={say(element, 'due')}
            onChange={(event) => set({ due: event.target.value })}
          />
        </label>
        <label>
          {t('map.choice.state')}
          <select
            disabled={!mayMap}
            value={say(element, 'state') || 'planned'}
            onChange={(event) => set({ state: event.target.value })}
          >
            {STATES.map((state) => (
              <option key={state} value={state}>
                {t(`map.choice.states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        {say(element, 'state') === 'done' && (
          <Words element={element} field="result" mayMap={mayMap} />
        )}
      </div>
      {say(element, 'owner') === '' && <p className={css.warn}>{t('map.choice.nobody')}</p>}
      {late && <p className={css.warn}>{t('map.choice.late')}</p>}
    </li>
  )
}

function Words({
  element,
  field,
  mayMap,
}: {
  element: Element
  field: 'owner' | 'firstStep' | 'result'
  mayMap: boolean
}) {
  const { t } = useTranslation()
  const draft = useDraft(element, field, t('map.did.initiative'))
  return (
    <label>
      {t(`map.choice.${field}`)}
      <input {...draft} disabled={!mayMap} maxLength={field === 'owner' ? 160 : 2000} />
    </label>
  )
}
