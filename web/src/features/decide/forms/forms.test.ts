import { expect, test } from 'vitest'
import type { CatalogueForms, CatalogueFormsActionForm } from '~/lib/api-schemas'
import { leverOf } from './action-form'
import { slug } from './context'
import { asEdit, numeric } from './fields'
import { duplicate } from './growing'
import { tidyEdges } from './predictor-row'
import { send } from './use-kept'

const at = { file: 'actions/a.yaml', path: ['groups', 'g', 'actions', 'one'] }

test('a short name is made of words and never taken twice', () => {
  expect(slug('Größe & Maß: jetzt!', [])).toBe('grosse-mass-jetzt')
  expect(slug('Look again', ['look-again', 'look-again-2'])).toBe('look-again-3')
  expect(slug('?!', [])).toBe('new')
})

test('a number is written as one and everything else as a text', () => {
  expect(numeric('-12.5')).toBe(-12.5)
  expect(numeric('1e3')).toBe('1e3')
  expect(numeric('person.rent')).toBe('person.rent')
})

test('numbers that groups end at are the same however they are set apart', () => {
  expect(tidyEdges('30,45 , 60.0')).toBe('30, 45, 60')
  expect(tidyEdges('')).toBe('')
})

test('an emptied field takes its place out', () => {
  expect(asEdit(at, '  ', true)).toEqual({ ...at, kind: 'take' })
  expect(asEdit(at, ' 7 ', true)).toEqual({ ...at, kind: 'put', value: 7 })
  expect(asEdit(at, '7', false)).toEqual({ ...at, kind: 'put', value: '7' })
})

test('weights add up in percent and what is no number counts nothing', () => {
  expect(leverOf('20', '15', '20')).toBeCloseTo(1.55)
  expect(leverOf(undefined, 'much', '5')).toBeCloseTo(1.05)
})

test('a copy is kept from everybody whom the original is kept from', () => {
  const action: CatalogueFormsActionForm = {
    ...at,
    id: 'one',
    name: 'One',
    purposes: [],
    bundle: [],
    renderings: [],
  }
  const rule = (id: string, level: string, on: string) => ({
    file: 'policies/all.yaml',
    path: ['policies', id],
    id,
    scope: { level, id: on },
  })
  const forms: CatalogueForms = {
    purposes: [],
    issues: [{ ...at, id: 'i', groups: [{ path: [], id: 'g', actions: [action] }] }],
    rules: [rule('adults', 'action', 'one'), rule('calm', 'group', 'g')],
    contacts: [],
    volumes: [],
    boosts: [],
    treatments: [],
    weighing: { file: 'arbitration.yaml', use: {} },
    channels: [],
    journeys: [],
    features: { file: 'features.yaml', predictors: [], fairness: [] },
    declared: { attributes: [], context: [], events: [] },
  }

  const { id, edits } = duplicate(action, forms, '(copy)')

  expect(id).toBe('one-copy')
  expect(edits.map((edit) => [edit.kind, edit.path.at(-1), edit.as ?? edit.value])).toEqual([
    ['copy', 'one', 'one-copy'],
    ['put', 'name', 'One (copy)'],
    ['copy', 'adults', 'adults-one-copy'],
    ['put', 'action', 'one-copy'],
  ])
})

test('a field that is left while its text is on its way sends it once more where it fails', async () => {
  const answers: ((isKept: boolean) => void)[] = []
  const keep = () => new Promise<boolean>((answer) => answers.push(answer))
  const now = { current: { text: 'new', sent: 'old', keep, again: false } }
  const told: (string | undefined)[] = []
  const flush = () => send(now, (sent) => told.push(sent), false)
  const answer = async (at: number, isKept: boolean) => {
    answers[at]?.(isKept)
    await Promise.resolve()
  }

  flush()
  flush()
  expect(answers).toHaveLength(1)
  await answer(0, false)
  expect(answers).toHaveLength(2)
  await answer(1, false)
  expect(answers).toHaveLength(2)
  expect(told).toEqual(['new', undefined, 'new', undefined])

  flush()
  flush()
  await answer(2, true)
  expect(answers).toHaveLength(3)
  expect(now.current.sent).toBe('new')
})
