import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue, CataloguePolicy } from '~/lib/api-schemas'
import { namesOf } from './catalogue'
import css from './rules.module.css'
import { TakenChip } from './taken-chip'
import { scopeInWords } from './words'

const TESTS = ['eligibility', 'applicability', 'suitability'] as const

/** The three questions every action must pass, each rule in words with its owner. */
export function SuitsTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t } = useTranslation()
  const names = namesOf(catalogue)
  return (
    <>
      <section className={css.part}>
        <h2 className="serif">{t('decide.suits.purposeFirst')}</h2>
        <p className={css.hint}>{t('decide.suits.purposeFirstHint')}</p>
        <TakenChip component="no-purpose" />
      </section>
      {TESTS.map((test) => {
        const rules = catalogue.policies.filter((policy) => policy.test === test)
        return (
          <section key={test} className={css.part}>
            <h2 className="serif">{t(`decide.suits.${test}`)}</h2>
            <p className={css.hint}>{t(`decide.suits.${test}Hint`)}</p>
            {rules.length === 0 && <p className={css.none}>{t('decide.suits.none')}</p>}
            <ul>
              {rules.map((rule) => (
                <Rule key={rule.id} rule={rule} scope={scopeInWords(rule.scope, names, t)} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Rule({ rule, scope }: { rule: CataloguePolicy; scope: string }) {
  return (
    <li className={css.rule} id={rule.id}>
      <p className={css.sentence}>{rule.sentence}</p>
      <code>{rule.when}</code>
      <p className={css.facts}>
        {scope} · {rule.owner}
      </p>
      <TakenChip component={rule.id} />
    </li>
  )
}
