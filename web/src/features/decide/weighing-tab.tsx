import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueCatalogue } from '~/lib/api-schemas'
import { namesOf, placesOf } from './catalogue'
import { Columns } from './columns'
import { TrialResult } from './trial-result'
import { tryWeighing } from './drafts-api'
import { useTried } from './trial'
import rules from './rules.module.css'
import { weighingOf } from './weigh'
import { Weighed } from './weighed'
import css from './weighing-tab.module.css'
import { figures, percent, scopeInWords } from './words'

const STEP = 0.05

/** How survivors are put in order: the published formula, and what another one would do. */
export function WeighingTab({ catalogue }: { catalogue: CatalogueCatalogue }) {
  const { t, i18n } = useTranslation()
  const published = weighingOf(catalogue.arbitration)
  const [supposed, setSupposed] = useState(published)
  const { view } = useTried()
  const names = namesOf(catalogue)
  const changed = JSON.stringify(published) !== JSON.stringify(supposed)
  const show = (value: number) => figures(value, i18n.language)
  const factors = ['propensity', 'context', 'levers', 'value'] as const
  return (
    <>
      <section className={rules.part}>
        <h2 className="serif">{t('decide.weighing.title')}</h2>
        <p className={rules.hint}>{t('decide.weighing.hint')}</p>
        <p className={css.formula}>
          <span data-off={!supposed.propensity}>
            P<small>{t('decide.weighing.p')}</small>
          </span>
          ×
          <span data-off={!supposed.context}>
            C<small>{t('decide.weighing.c')}</small>
          </span>
          ×
          <span data-off={!supposed.levers}>
            L<small>{t('decide.weighing.l')}</small>
          </span>
          ×
          <span data-off={!supposed.value}>
            <b>
              V<sup>{show(supposed.a)}</sup>
            </b>
            <small>{t('decide.weighing.organisation')}</small>
          </span>
          ×
          <span data-off={!supposed.value}>
            <b>
              V<sup>{show(Number((1 - supposed.a).toFixed(2)))}</sup>
            </b>
            <small>{t('decide.weighing.person')}</small>
          </span>
        </p>
        <div className={css.suppose}>
          <label className={css.slider}>
            <span>{t('decide.weighing.a')}</span>
            <input
              type="range"
              min={0}
              max={1}
              step={STEP}
              value={supposed.a}
              onChange={(event) =>
                setSupposed({ ...supposed, a: Number(event.currentTarget.value) })
              }
              aria-valuetext={show(supposed.a)}
            />
            <span className={css.ends}>
              <small>{t('decide.weighing.allPerson')}</small>
              <small>{t('decide.weighing.allOrganisation')}</small>
            </span>
          </label>
          <fieldset className={css.toggles}>
            <legend>{t('decide.weighing.counts')}</legend>
            {factors.map((factor) => (
              <label key={factor}>
                <input
                  type="checkbox"
                  checked={supposed[factor]}
                  onChange={(event) =>
                    setSupposed({ ...supposed, [factor]: event.currentTarget.checked })
                  }
                />
                {t(`decide.weighing.factors.${factor}`)}
              </label>
            ))}
          </fieldset>
        </div>
        <p className={css.state} role="status">
          {changed ? (
            <>
              {t('decide.weighing.supposed')}{' '}
              <button type="button" onClick={() => setSupposed(published)}>
                {t('decide.weighing.back')}
              </button>
            </>
          ) : (
            t('decide.weighing.published')
          )}
        </p>
        {supposed.a !== published.a && <ForMany catalogue={catalogue} a={supposed.a} />}
        {view?.survivors && view.survivors.length > 0 ? (
          <Weighed survivors={view.survivors} by={supposed} before={published} />
        ) : (
          <p className={rules.none}>{t('decide.weighing.tryFirst')}</p>
        )}
      </section>
      <section className={rules.part}>
        <h2 className="serif">{t('decide.weighing.levers')}</h2>
        <p className={rules.hint}>{t('decide.weighing.leversHint')}</p>
        <table className={rules.table}>
          <Columns
            words={[t('decide.weighing.on'), t('decide.weighing.when')]}
            numbers={[t('decide.weighing.weight')]}
          />
          <tbody>
            {catalogue.levers.map((lever) => (
              <tr key={JSON.stringify(lever.scope)}>
                <td>{scopeInWords(lever.scope, names, t)}</td>
                <td>{t('decide.weighing.always')}</td>
                <td className={rules.number}>+{percent(lever.percent / 100, i18n.language)}</td>
              </tr>
            ))}
            {catalogue.context.map((weight) => (
              <tr key={weight.id}>
                <td>{scopeInWords(weight.scope, names, t)}</td>
                <td>
                  <code>{weight.when}</code>
                </td>
                <td className={rules.number}>+{percent(weight.percent / 100, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const SAMPLE = 500
const PLACEMENTS_MAX = 8

/** The same for a sample of everybody, decided for twice on the server. */
function ForMany({ catalogue, a }: { catalogue: CatalogueCatalogue; a: number }) {
  const { t } = useTranslation()
  const { trial } = useTried()
  const place = useMemo(() => placesOf(catalogue)[0], [catalogue])
  const many = useMutation({
    mutationFn: () =>
      tryWeighing(a, {
        channel: trial?.channel ?? place?.channel ?? '',
        placements: [...(trial?.placements ?? place?.placements.slice(0, PLACEMENTS_MAX) ?? [])],
        people: SAMPLE,
      }),
  })
  return (
    <div className={css.many}>
      <Button variant="default" loading={many.isPending} onClick={() => many.mutate()}>
        {t('decide.weighing.many', { people: SAMPLE })}
      </Button>
      {many.isError && <p role="alert">{many.error.message}</p>}
      {many.data && <TrialResult result={many.data} />}
    </div>
  )
}
