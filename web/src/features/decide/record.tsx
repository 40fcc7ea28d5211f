import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DecisionView } from '~/lib/api-schemas'
import { replay } from './api'
import css from './record.module.css'

const DIGITS = 16

/** The record itself: made again from the person's log and compared to the byte, or taken along. */
export function Record({ id, view }: { id: string; view: DecisionView }) {
  const { t } = useTranslation()
  const again = useMutation({ mutationFn: () => replay(id) })
  return (
    <section className={css.record} aria-labelledby="record">
      <div>
        <h2 id="record">{t('decide.record.title')}</h2>
        <p>{t('decide.record.hint')}</p>
      </div>
      <div className={css.buttons}>
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('decide.record.again')}
        </Button>
        <Button variant="default" onClick={() => takeAlong(id, view)}>
          {t('decide.record.download')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('decide.record.print')}
        </Button>
      </div>
      <div role="status">
        {again.isError && <p className={css.wrong}>{again.error.message}</p>}
        {again.data && (
          <div className={css.answer} data-same={again.data.same}>
            <p>
              <b>{again.data.same ? t('decide.record.same') : t('decide.record.other')}</b>{' '}
              {t('decide.record.edition', {
                edition: again.data.edition,
                running: again.data.runningEdition,
              })}
            </p>
            <dl>
              <dt>{t('decide.record.recorded')}</dt>
              <dd title={again.data.recorded}>{again.data.recorded.slice(0, DIGITS)}…</dd>
              <dt>{t('decide.record.made')}</dt>
              <dd title={again.data.again}>{again.data.again.slice(0, DIGITS)}…</dd>
            </dl>
          </div>
        )}
      </div>
    </section>
  )
}

function takeAlong(id: string, view: DecisionView) {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(view, undefined, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = `decision-${id}.json`
  link.click()
  URL.revokeObjectURL(url)
}
