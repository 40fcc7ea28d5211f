import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { postLeaving } from '~/lib/http'
import { draftPath, useWriteDraft } from './drafts-api'
import css from './draft-editor.module.css'
import type { DraftView } from '~/lib/api-schemas'

const QUIET_MILLIS = 700

/** Catalogue files come first: they are what this room is about. */
const FIRST = ['actions/', 'policies/', 'arbitration.yaml', 'purposes.yaml', 'features.yaml']

function inOrder(paths: readonly string[]): string[] {
  const rank = (path: string) => {
    const at = FIRST.findIndex((each) => path.startsWith(each))
    return at < 0 ? FIRST.length : at
  }
  return paths.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

/** The files of a draft, kept quietly as they are typed, with every mistake at its place. */
export function DraftEditor({ draft }: { draft: DraftView }) {
  const { t } = useTranslation()
  const paths = inOrder(Object.keys(draft.files))
  const [path, setPath] = useState(draft.problems[0]?.file ?? draft.changes[0]?.path ?? paths[0])
  const changed = new Set(draft.changes.map((change) => change.path))
  const wrong = new Set(draft.problems.map((problem) => problem.file))
  const [jump, setJump] = useState<{ line: number; at: number }>()
  if (!path) return <p>{t('decide.drafts.noFiles')}</p>
  return (
    <div className={css.columns}>
      <nav aria-label={t('decide.drafts.files')} className={css.files}>
        <ul>
          {paths.map((each) => (
            <li key={each}>
              <button
                type="button"
                aria-current={each === path ? 'true' : undefined}
                onClick={() => setPath(each)}
              >
                {each}
                {wrong.has(each) ? (
                  <b data-wrong="true">{t('decide.drafts.wrong')}</b>
                ) : (
                  changed.has(each) && <b>{t('decide.drafts.changed')}</b>
                )}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.main}>
        <Editor key={path} draft={draft} path={path} jump={jump} />
        {draft.problems.length > 0 && (
          <ul className={css.problems} aria-label={t('decide.drafts.problems')}>
            {draft.problems.map((problem) => (
              <li key={problem.sentence}>
                <button
                  type="button"
                  onClick={() => {
                    setPath(problem.file)
                    setJump({ line: problem.line, at: Date.now() })
                  }}
                >
                  {problem.file}:{problem.line}:{problem.column}
                </button>
                <span>
                  {problem.what} {problem.remedy}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

interface EditorProps {
  draft: DraftView
  path: string
  jump: { line: number; at: number } | undefined
}

function Editor({ draft, path, jump }: EditorProps) {
  const { t } = useTranslation()
  const write = useWriteDraft(draft.id)
  const kept = draft.files[path] ?? ''
  const [text, setText] = useState(kept)
  const field = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLPreElement>(null)
  const fixed = draft.state !== 'draft'
  const { mutate, isPending, isError, variables } = write
  const keep = () => {
    const onItsWay = isPending && variables.files[path] === text
    if (!fixed && text !== kept && !isError && !onItsWay) {
      mutate({ rev: draft.rev, files: { [path]: text } })
    }
  }
  useEffect(() => {
    if (fixed || text === kept || isPending || isError) return
    const timer = setTimeout(
      () => mutate({ rev: draft.rev, files: { [path]: text } }),
      QUIET_MILLIS,
    )
    return () => clearTimeout(timer)
  }, [text, kept, path, draft.rev, fixed, isPending, isError, mutate])
  const leaving = useRef({ keep, unkept: text !== kept && !fixed, text, rev: draft.rev })
  useEffect(() => {
    leaving.current = { keep, unkept: text !== kept && !fixed, text, rev: draft.rev }
  })
  // Whoever goes back, or closes the page, before the pause in typing leaves nothing behind either.
  useEffect(() => {
    const leave = () => {
      const { unkept, text, rev } = leaving.current
      if (unkept) postLeaving(`${draftPath(draft.id)}/files`, { rev, files: { [path]: text } })
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leaving.current.keep()
    }
  }, [draft.id, path])
  useEffect(() => {
    const area = field.current
    if (!jump || !area) return
    const lines = area.value.split('\n')
    const from = lines.slice(0, jump.line - 1).reduce((sum, line) => sum + line.length + 1, 0)
    area.focus()
    area.setSelectionRange(from, from + (lines[jump.line - 1]?.length ?? 0))
    area.scrollTop = (area.scrollHeight * Math.max(0, jump.line - 6)) / lines.length
  }, [jump])
  const lines = text.split('\n').length
  const marked = new Set(
    draft.problems.filter((problem) => problem.file === path).map((problem) => problem.line),
  )
  return (
    <>
      <div className={css.editor}>
        <pre ref={numbers} aria-hidden="true">
          {Array.from({ length: lines }, (_, at) => (
            <span key={at} data-wrong={marked.has(at + 1)}>
              {at + 1}
            </span>
          ))}
        </pre>
        <textarea
          ref={field}
          aria-label={path}
          spellCheck={false}
          wrap="off"
          readOnly={fixed}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            if (isError) write.reset()
          }}
          // Whoever goes to another file, view or button leaves nothing behind.
          onBlur={keep}
          onScroll={(event) => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
      <p className={css.state} role="status">
        {fixed
          ? t('decide.drafts.fixed')
          : isError
            ? write.error.message
            : text !== kept || isPending
              ? t('decide.drafts.keeping')
              : t('decide.drafts.kept')}
      </p>
    </>
  )
}
