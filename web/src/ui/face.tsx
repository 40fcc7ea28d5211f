import { Icon } from './icon'
import css from './face.module.css'

/** The hue by which a face, and all that is drawn for the same person, is known. */
export function faceHue(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 360
  return sum
}

/** A person as a small disc: their initials on a hue that stays theirs. */
export function Face({
  name,
  id,
  size = 30,
}: {
  name: string | undefined
  id: string
  size?: number
}) {
  const words = (name ?? '').split(/[\s@._-]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = words.slice(0, 2).map((word) => word[0]?.toUpperCase())
  return (
    <span
      className={css.face}
      aria-hidden="true"
      style={{
        inlineSize: size,
        blockSize: size,
        fontSize: size * 0.38,
        ['--hue' as string]: faceHue(id),
      }}
    >
      {letters.length > 0 ? letters.join('') : <Icon name="person" size={size * 0.6} />}
    </span>
  )
}
