import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { get } from '~/lib/http'
import { Loading } from '~/ui/faces'
import { Icon } from '~/ui/icon'
import { Page } from '~/ui/page'
import { BoardFrame } from './board-frame'
import { titleOf } from './board-store'
import css from './summary-page.module.css'
import { useBoard, useHere } from './ui-store'

interface Summary {
  title: string
  sections: { heading: string; lines: string[] }[]
}

/** What a workshop leaves behind, written from the map: for those who were there and those who were not. */
export default function SummaryPage({ id }: { id: string }) {
  return (
    <BoardFrame id={id}>
      <Read />
    </BoardFrame>
  )
}

function Read() {
  const { t } = useTranslation()
  const { store } = useHere()
  const title = useBoard(titleOf)
  const rev = useBoard((view) => view.rev)
  const summary = useQuery({
    queryKey: ['maps', store.id, 'summary', rev],
    queryFn: ({ signal }) => get<Summary>(`/v1/boards/${store.id}/summary`, signal),
  })
  return (
    <Page title={`${t('map.summary.title')}: ${title}`}>
      <header className={css.head}>
        <Link href={`/maps/${store.id}`}>
          <Icon name="back" size={16} /> {title}
        </Link>
        <Button size="xs" onClick={() => print()}>
          {t('map.case.print')}
        </Button>
      </header>
      {summary.data ? (
        <article className={css.page}>
          <p className={css.kind}>{t('map.summary.title')}</p>
          <h1>{summary.data.title}</h1>
          {summary.data.sections.map((section) => (
            <section key={section.heading}>
              <h2>{section.heading}</h2>
              {section.lines.length === 1 ? (
                <p>{section.lines[0]}</p>
              ) : (
                <ul>
                  {section.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </article>
      ) : (
        <Loading rows={6} />
      )}
    </Page>
  )
}
