import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '~/lib/format'
import { Failed, Loading } from '~/ui/faces'
import { useMyStory } from './api'
import css from './own.module.css'
import { Section } from './section'

/** What happened, newest first, in sentences to the person. */
export function MyStory() {
  const { t, i18n } = useTranslation()
  const story = useMyStory()
  const entries = story.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Section id="story" title={t('own.story.title')}>
      {story.isPending && <Loading rows={4} />}
      {story.isLoadingError && <Failed error={story.error} again={() => void story.refetch()} />}
      <ol className={css.story}>
        {entries.map((entry, at) => (
          <li key={at}>
            <time dateTime={entry.at}>{formatMoment(entry.at, i18n.language)}</time>
            <p>
              {entry.title}
              {entry.detail && entry.kind !== 'contact' && <small>{entry.detail}</small>}
            </p>
          </li>
        ))}
      </ol>
      {story.hasNextPage ? (
        <Button
          variant="default"
          loading={story.isFetchingNextPage}
          onClick={() => void story.fetchNextPage()}
        >
          {t('own.story.earlier')}
        </Button>
      ) : (
        entries.length > 0 && <p className={css.quiet}>{t('own.story.beginning')}</p>
      )}
    </Section>
  )
}
