import type { Action } from '~/lib/actions'

const simplify = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** 0 is no match; a word that begins so counts more than letters in the middle. */
export function matchScore(text: string, typed: string): number {
  const wanted = simplify(typed.trim())
  if (wanted === '') return 1
  const words = simplify(text)
  if (words.startsWith(wanted)) return 4
  if (words.split(/\s+/).some((word) => word.startsWith(wanted))) return 3
  return words.includes(wanted) ? 2 : 0
}

/** The actions that fit what was typed, the best first, otherwise in their own order. */
export function bestMatches(actions: readonly Action[], typed: string): Action[] {
  return actions
    .map((action) => ({
      action,
      score: Math.max(matchScore(action.label, typed), matchScore(action.words ?? '', typed) - 1),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ action }) => action)
}
