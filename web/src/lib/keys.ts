import { currentActions } from './actions'
import { stored } from './stored'

/** Keys without Ctrl or Cmd can be switched off, for people who speak to their computer. */
export const singleKeys = stored('cairn.single-keys', 'on', ['on', 'off'])

const SEQUENCE_MAX_MILLIS = 1200

/** The name of a key press as actions spell it. */
export function pressName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** Runs the action whose keys were pressed, wherever the focus is. */
export function listenToKeys(): () => void {
  let before = ''
  let beforeAt = 0
  const onKey = (event: KeyboardEvent) => {
    const press = pressName(event)
    const plain = !press.startsWith('mod+')
    if (plain && (isTyping(event.target) || singleKeys.get() === 'off')) return
    if (plain && document.querySelector('dialog[open]')) return
    const sequence = event.timeStamp - beforeAt < SEQUENCE_MAX_MILLIS ? `${before} ${press}` : press
    const action =
      currentActions().findLast((each) => each.keys === sequence) ??
      currentActions().findLast((each) => each.keys === press)
    before = press
    beforeAt = event.timeStamp
    if (!action) return
    event.preventDefault()
    action.run()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
