import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupBy } from '~/lib/group-by'
import { Choice } from '~/ui/choice'
import { Empty, Failed, Loading } from '~/ui/faces'
import { Page } from '~/ui/page'
import { useTasks, type Task } from './api'
import css from './desk-page.module.css'
import { TaskCard } from './task-card'

const ALL = ''

/** Whom a team promised to help: who waits, since when, and what came of it. */
export default function DeskPage() {
  const { t } = useTranslation()
  const tasks = useTasks()
  const [team, setTeam] = useState<string>(ALL)
  const byTeam = groupBy(tasks.data ?? [], teamOf)
  const teams = [...byTeam.keys()].sort()
  const shown = byTeam.get(team) ?? tasks.data ?? []
  const waiting = shown.filter((task) => !task.wentOn)
  const wentOn = shown.filter((task) => task.wentOn)
  return (
    <Page title={t('desk.title')}>
      <h1 className={css.title}>{t('desk.title')}</h1>
      <p className={css.hint}>{t('desk.hint')}</p>
      {tasks.isPending ? (
        <Loading rows={6} />
      ) : tasks.isLoadingError ? (
        <Failed error={tasks.error} again={() => void tasks.refetch()} />
      ) : tasks.data.length === 0 ? (
        <Empty title={t('desk.empty')}>
          <p>{t('desk.emptyHint')}</p>
        </Empty>
      ) : (
        <>
          {teams.length > 1 && (
            <Choice<string>
              label={t('desk.team')}
              value={byTeam.has(team) ? team : ALL}
              onChange={setTeam}
              options={[
                { value: ALL, label: t('desk.all', { count: tasks.data.length }) },
                ...teams.map((value) => ({
                  value,
                  label: `${value} ${byTeam.get(value)?.length}`,
                })),
              ]}
            />
          )}
          {waiting.length > 0 && <Tasks tasks={waiting} />}
          {wentOn.length > 0 && (
            <section className={css.wentOn} aria-labelledby="went-on">
              <h2 id="went-on">{t('desk.wentOn')}</h2>
              <p className={css.hint}>{t('desk.wentOnHint')}</p>
              <Tasks tasks={wentOn} />
            </section>
          )}
        </>
      )}
    </Page>
  )
}

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={css.tasks}>
      {tasks.map((task) => (
        <TaskCard key={task.task} task={task} />
      ))}
    </ul>
  )
}

const teamOf = (task: Task) => task.team ?? task.queue
