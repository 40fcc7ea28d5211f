import { useTranslation } from 'react-i18next'
import type { DecisionView, DecisionViewItem } from '~/lib/api-schemas'
import { Icon } from '~/ui/icon'
import css from './items.module.css'
import { percent } from './words'

/** What is shown in each placement, or why nothing is: silence is an answer too. */
export function Items({ view }: { view: DecisionView }) {
  const { t } = useTranslation()
  if (view.items.length === 0 || view.silence) {
    return (
      <div className={css.silence}>
        <p className="serif">{t('decide.items.silence')}</p>
        {view.silence && (
          <>
            <p>{view.silence.sentence}</p>
            <p className={css.owner}>{t('decide.ownedBy', { owner: view.silence.owner })}</p>
          </>
        )}
      </div>
    )
  }
  return (
    <ol className={css.items}>
      {view.items.map((item) => (
        <Item key={item.placement + item.action} item={item} />
      ))}
    </ol>
  )
}

interface Question {
  text: string
  choices: string[]
}

function text(content: Record<string, unknown>, name: string): string | undefined {
  const value = content[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function questionOf(content: Record<string, unknown>): Question | undefined {
  const question = content['question'] as Partial<Question> | undefined
  return question?.text ? { text: question.text, choices: question.choices ?? [] } : undefined
}

function Item({ item }: { item: DecisionViewItem }) {
  const { t, i18n } = useTranslation()
  const title = text(item.content, 'title') ?? item.name
  const body = text(item.content, 'body')
  const question = questionOf(item.content)
  return (
    <li className={css.item}>
      <p className={css.placement}>
        <span>{item.placementName}</span>
        {item.explored && (
          <span
            className={css.explored}
            title={t(`decide.items.${item.exploration === 'hope' ? 'hopedHint' : 'exploredHint'}`)}
          >
            {t(`decide.items.${item.exploration === 'hope' ? 'hoped' : 'explored'}`)}
          </span>
        )}
        {item.probability !== undefined && item.probability < 1 && (
          <span title={t('decide.items.probabilityHint')}>
            {percent(item.probability, i18n.language)}
          </span>
        )}
      </p>
      <p className={css.title}>{title}</p>
      {body && body !== title && <p className={css.body}>{body}</p>}
      {question && question.choices.length > 0 && (
        <ul className={css.choices} aria-label={question.text}>
          {question.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
      {item.parts.length > 0 && (
        <ul className={css.parts} aria-label={t('decide.items.together')}>
          {item.parts.map((part) => (
            <li key={part.action}>{text(part.content, 'title') ?? part.name}</li>
          ))}
        </ul>
      )}
      {item.reasons.sentences.map((sentence) => (
        <p key={sentence} className={css.reason}>
          <Icon name="leaf" size={14} />
          {sentence}
        </p>
      ))}
      <Influence words={item.reasons.influence} />
    </li>
  )
}

/** Openly whether this pushes, strengthens, or does neither. */
function Influence({ words }: { words: string }) {
  const { t } = useTranslation()
  const [kind = '', ...rest] = words.split(': ')
  const reason = rest.join(': ')
  if (kind === 'plain' && !reason) return null
  return (
    <p className={css.influence}>
      <b>
        {kind === 'nudge'
          ? t('decide.influences.nudge')
          : kind === 'boost'
            ? t('decide.influences.boost')
            : t('decide.influences.plain')}
      </b>
      {reason && ` ${reason}`}
    </p>
  )
}
