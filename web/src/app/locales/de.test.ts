import { expect, it } from 'vitest'
import { de } from './de'

const INFORMAL =
  /\b(du|dich|dir|dein\w*|euch|eu(er|re[mnrs]?)|habt|seid|wollt|würdet|könnt|müsst|dürft)\b|(^|[.:;?!,] )(Sagt|Probiert|Wählt|Sendet|Öffnet|Bewegt|Schreibt|schreibt|fügt|Lasst|lasst|Nehmt|Gebt|Fügt) /

function* sentences(words: object): Generator<string> {
  for (const each of Object.values(words)) {
    if (typeof each === 'string') yield each
    else yield* sentences(each as object)
  }
}

it('speaks to every reader of German as Sie', () => {
  const all = [...sentences(de)]

  expect(all.length).toBeGreaterThan(1000)
  expect(all.filter((sentence) => INFORMAL.test(sentence))).toEqual([])
})
