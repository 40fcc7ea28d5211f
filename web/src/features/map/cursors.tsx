import { faceHue } from '~/ui/face'
import css from './cursors.module.css'
import { useBoard } from './ui-store'

/** Where others point in a cell, each by the hue of their face. */
export function Cursors({ cell }: { cell: string }) {
  // A plain text, so that a cell is drawn again only when somebody in it moves.
  const told = useBoard(({ people, me }) =>
    people
      .filter(({ id, at }) => id !== me && at === cell)
      .map(({ id, name, x, y }) => [id, name.replaceAll('|', ' '), x, y].join('|'))
      .join('\n'),
  )
  if (told === '') return null
  return told.split('\n').map((line) => {
    const [id = '', name, x, y] = line.split('|')
    return (
      <span
        key={id}
        className={css.cursor}
        style={{
          insetInlineStart: `${bounded(x)}%`,
          insetBlockStart: `${bounded(y)}%`,
          ['--hue' as string]: faceHue(id),
        }}
      >
        <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
          <path d="M1 1l12 6.500-5.500 1.500L4.500 15z" />
        </svg>
        <b>{name}</b>
      </span>
    )
  })
}

const bounded = (share: string | undefined) =>
  Math.round(Math.max(0, Math.min(1, Number(share) || 0)) * 100)
