import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TaskTask, TaskTasks } from '~/lib/api-schemas'
import { get, post, withQuery } from '~/lib/http'

export type Task = TaskTask

const TASKS = ['tasks']
const SHOWN_MAX = 200
const AGAIN_MILLIS = 10_000

/** What waits for a colleague, the oldest first; others settle tasks too, so it is read again. */
export function useTasks() {
  return useQuery({
    queryKey: TASKS,
    queryFn: ({ signal }) => get<TaskTasks>(withQuery('/v1/tasks', { limit: SHOWN_MAX }), signal),
    select: (page) => page.tasks,
    refetchInterval: AGAIN_MILLIS,
  })
}

/** Says what came of a task; the journey goes on from there. */
export function useSettle(task: Task) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (outcome: string) =>
      post<unknown>(
        `/v1/people/${encodeURIComponent(task.person)}/tasks/${encodeURIComponent(task.task)}/settle`,
        { outcome },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: TASKS }),
  })
}
