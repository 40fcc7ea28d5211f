import css from './keys.module.css'

const MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

function cap(key: string): string {
  const shown = key.length === 1 ? key.toUpperCase() : key
  return shown.replace('mod', MAC ? '⌘' : 'Ctrl')
}

/** Keys as they stand on the keyboard. */
export function Keys({ keys, then }: { keys: string; then: string }) {
  return (
    <span className={css.keys}>
      {keys.split(' ').map((press, turn) => (
        <span key={turn} className={css.press}>
          {turn > 0 && <span className={css.then}>{then}</span>}
          {press.split('+').map((key) => (
            <kbd key={key}>{cap(key)}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
