import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { stageColor } from '~/ui/stage-color'
import { useMakeMap, useMaps, useTemplates, type Cover } from './api'
import { BringIn } from './bring-in'
import css from './maps-page.module.css'

/** The maps one may open, and those to begin from. */
export default function MapsPage() {
  const { t } = useTranslation()
  const maps = useMaps()
  const templates = useTemplates()
  const make = useMakeMap()
  const [, go] = useLocation()
  return (
    <Page title={t('map.maps')} wide>
      <header className={css.head}>
        <h1>{t('map.maps')}</h1>
        <p>{t('map.mapsHint')}</p>
      </header>
      {maps.isPending ? (
        <Loading rows={4} />
      ) : maps.isLoadingError ? (
        <Failed error={maps.error} again={() => void maps.refetch()} />
      ) : (
        maps.data.length > 0 && (
          <ul className={css.cards}>
            {maps.data.map((map) => (
              <li key={map.id} className={css.card}>
                <h2>
                  <Link href={`/maps/${map.id}`}>{map.title}</Link>
                </h2>
                <Glance cover={map.cover} />
              </li>
            ))}
          </ul>
        )
      )}
      <section className={css.begin} aria-labelledby="begin">
        <h2 id="begin">{t(maps.data?.length === 0 ? 'map.beginFirst' : 'map.begin')}</h2>
        <p>{t('map.beginHint')}</p>
        {make.isError && <p role="alert">{make.error.message}</p>}
        <ul className={css.templates}>
          {(templates.data ?? []).map((template) => (
            <li key={template.id}>
              <button
                type="button"
                disabled={make.isPending}
                onClick={() =>
                  make.mutate(
                    { title: template.title, template: template.id },
                    { onSuccess: ({ id }) => go(`/maps/${id}`) },
                  )
                }
              >
                <strong>{template.title}</strong>
                <span>{template.description}</span>
                <Spark curve={template.cover.curve} />
              </button>
            </li>
          ))}
        </ul>
        <p>
          <Link href="/join">{t('map.joinLink')}</Link>
        </p>
        <BringIn />
      </section>
    </Page>
  )
}

function Glance({ cover }: { cover: Cover }) {
  const { t } = useTranslation()
  return (
    <>
      {cover.quote && <q className={css.quote}>{cover.quote}</q>}
      <Spark curve={cover.curve} />
      <ol className={css.stages}>
        {cover.stages.map((stage, at) => (
          <li
            key={stage + at}
            style={{ ['--tone' as string]: stageColor(at, cover.stages.length) }}
          >
            {stage.split(':')[0]}
          </li>
        ))}
      </ol>
      <p className={css.counts}>
        {cover.stages.length === 0
          ? t('map.bare')
          : [
              t('map.cardsCount', { count: cover.notes }),
              t('map.momentsCount', { count: cover.moments }),
              t('map.ideasCount', { count: cover.ideas }),
            ].join(' · ')}
      </p>
    </>
  )
}

const WIDTH = 300
const HEIGHT = 56

/** The feeling from step to step, small. */
function Spark({ curve }: { curve: readonly number[] }) {
  if (curve.length < 2) return null
  const x = (at: number) => 4 + (at / (curve.length - 1)) * (WIDTH - 8)
  const y = (value: number) => HEIGHT / 2 - (value / 2) * (HEIGHT / 2 - 5)
  const line = curve
    .map((value, at) => {
      if (at === 0) return `M${x(0)} ${y(value)}`
      const half = (x(at - 1) + x(at)) / 2
      return `C${half} ${y(curve[at - 1]!)} ${half} ${y(value)} ${x(at)} ${y(value)}`
    })
    .join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.spark} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <path d={line} />
    </svg>
  )
}
