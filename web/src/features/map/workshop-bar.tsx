import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Modal } from '~/ui/modal'
import { lead, useAgendas } from './api'
import { useCountdown } from './countdown'
import dialogs from './dialogs.module.css'
import { useBoard, useHere } from './ui-store'
import { say } from './wire'
import css from './workshop-bar.module.css'

/** Where the workshop stands: for everybody to see, for the facilitator to lead. */
export function WorkshopBar() {
  const { t } = useTranslation()
  const { store } = useHere()
  const workshop = useBoard(({ reading }) => reading.workshop)
  const activities = useBoard(({ reading }) => reading.activities)
  const leads = useBoard(({ role }) => role === 'facilitator')
  const left = useCountdown(workshop ? say(workshop, 'timerEnds') : '')
  if (!workshop || say(workshop, 'agenda') === '') return null
  const at = activities.findIndex(({ id }) => id === say(workshop, 'activity'))
  const activity = activities[at]
  const isPrivate = workshop['privateWriting'] === true
  const set = (fields: Record<string, boolean>) =>
    store.act(t('map.did.workshop'), [{ op: 'set', id: 'workshop', fields }])
  const deed = (name: string, more?: object) =>
    void lead(store.id, name, more).catch((failure: Error) => store.refuse(failure.message))
  return (
    <section className={css.bar} aria-label={t('map.workshop.title')}>
      <div className={css.now}>
        <span className={css.at}>
          {activity
            ? t('map.workshop.of', { at: at + 1, all: activities.length })
            : t('map.workshop.ready')}
        </span>
        <strong>{activity ? say(activity, 'name') : t('map.workshop.title')}</strong>
        {activity && <span className={css.guidance}>{say(activity, 'guidance')}</span>}
      </div>
      {left !== undefined && (
        <span className={css.timer} role="timer" aria-label={t('map.workshop.left')}>
          {left}
        </span>
      )}
      {isPrivate && <span className={css.mode}>{t('map.workshop.silent')}</span>}
      {leads && (
        <div className={css.deeds}>
          {isPrivate && (
            <Button size="xs" variant="default" onClick={() => set({ privateWriting: false })}>
              {t('map.workshop.reveal')}
            </Button>
          )}
          {left !== undefined ? (
            <>
              <Button size="xs" variant="default" onClick={() => deed('extend', { minutes: 2 })}>
                {t('map.workshop.more')}
              </Button>
              <Button size="xs" variant="default" onClick={() => deed('pause')}>
                {t('map.workshop.pause')}
              </Button>
            </>
          ) : (
            workshop['timerLeftSeconds'] !== null &&
            activity && (
              <Button size="xs" variant="default" onClick={() => deed('resume')}>
                {t('map.workshop.resume')}
              </Button>
            )
          )}
          {at + 1 < activities.length && (
            <Button size="xs" onClick={() => deed('next')}>
              {t(at < 0 ? 'map.workshop.start' : 'map.workshop.next')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => deed('end')}>
            {t('map.workshop.end')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Choosing the agenda a workshop follows. */
export function WorkshopDialog() {
  const { t } = useTranslation()
  const { store, ui } = useHere()
  const agendas = useAgendas()
  return (
    <Modal label={t('map.workshop.choose')} onClose={() => ui.set({ overlay: undefined })}>
      <div className={dialogs.form}>
        <h2>{t('map.workshop.choose')}</h2>
        <p className={dialogs.hint}>{t('map.workshop.chooseHint')}</p>
        <ul className={dialogs.agendas}>
          {(agendas.data ?? []).map((agenda) => (
            <li key={agenda.id}>
              <button
                type="button"
                onClick={() => {
                  void lead(store.id, 'begin', { agenda: agenda.id }).catch((failure: Error) =>
                    store.refuse(failure.message),
                  )
                  ui.set({ overlay: undefined })
                }}
              >
                {agenda.title}
                <span>{t('map.workshop.activities', { count: agenda.items.length })}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
