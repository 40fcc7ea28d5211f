import { useTranslation } from 'react-i18next'
import { scopeInWords } from '../words'
import { useForms } from './context'
import css from './forms.module.css'
import { newLimit, type OftenKind } from './often-forms'
import { Row, type ListProps } from './row'
import { useChange } from './use-change'

/** Every limit, rest and volume. */
export function OftenList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed, names } = useForms()
  const { change, waits, refusal } = useChange()
  const parts = [
    {
      kind: 'cap' as const,
      title: t('decide.often.caps'),
      rules: forms.contacts.filter((each) => !each.pauses),
    },
    {
      kind: 'rest' as const,
      title: t('decide.often.rests'),
      rules: forms.contacts.filter((each) => each.pauses),
    },
    { kind: 'volume' as const, title: t('decide.often.volumes'), rules: forms.volumes },
  ]
  const add = (kind: OftenKind) => {
    const { edits, id } = newLimit(forms, kind)
    void change(edits, () => props.onGo(id))
  }
  return (
    <div className={css.list}>
      {refusal}
      {parts.map(({ kind, title, rules }) => (
        <section key={kind}>
          <h3>{title}</h3>
          <ul>
            {rules.map((rule) => (
              <Row
                key={rule.id}
                {...props}
                id={rule.id}
                words={rule.sentence ?? rule.id}
                under={[scopeInWords({ ...rule.scope }, names, t), rule.owner]
                  .filter(Boolean)
                  .join(' · ')}
                place={rule}
              />
            ))}
          </ul>
          {!fixed && (
            <button type="button" className={css.plain} {...waits} onClick={() => add(kind)}>
              + {t(`forms.often.add.${kind}`)}
            </button>
          )}
        </section>
      ))}
    </div>
  )
}
