import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueForms } from '~/lib/api-schemas'
import { scopeInWords } from '../words'
import { useForms } from './context'
import css from './forms.module.css'
import { Find, Row, type ListProps } from './row'
import { newRule, TESTS } from './rule-form'
import { useChange } from './use-change'

/** Every rule on whom something suits, by what it asks. */
export function RuleList(props: ListProps) {
  const { t } = useTranslation()
  const { forms, fixed, names } = useForms()
  const { change, waits, refusal } = useChange()
  const [wanted, setWanted] = useState('')
  const under = (rule: CatalogueForms['rules'][number]) =>
    [scopeInWords({ ...rule.scope }, names, t), rule.owner].filter(Boolean).join(' · ')
  const known: readonly string[] = TESTS
  return (
    <>
      <Find label={t('forms.suits.find')} onChange={setWanted} />
      {!fixed && (
        <Button
          variant="default"
          {...waits}
          onClick={() => {
            const { edits, id } = newRule(forms, { level: 'all', id: '' }, undefined)
            void change(edits, () => props.onGo(id))
          }}
        >
          {t('forms.suits.add')}
        </Button>
      )}
      {refusal}
      <div className={css.list}>
        {[...TESTS, undefined].map((test) => {
          const rules = forms.rules.filter(
            (rule) =>
              (test ? rule.test === test : !known.includes(rule.test ?? '')) &&
              `${rule.sentence ?? rule.id} ${under(rule)}`.toLowerCase().includes(wanted),
          )
          if (rules.length === 0) return null
          return (
            <section key={test ?? ''}>
              <h3>{test ? t(`decide.suits.${test}`) : t('decide.drafts.wrong')}</h3>
              <ul>
                {rules.map((rule) => (
                  <Row
                    key={rule.id}
                    {...props}
                    id={rule.id}
                    words={rule.sentence ?? rule.id}
                    under={under(rule)}
                    place={rule}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </>
  )
}
