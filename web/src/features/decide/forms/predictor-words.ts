import type { TFunction } from 'i18next'
import type { CatalogueForms } from '~/lib/api-schemas'

export const SOURCES = ['person', 'context', 'journey', 'recent', 'time', 'request'] as const
export type Source = (typeof SOURCES)[number]

/** Where something that a model looks at comes from; a name alone comes with the request. */
export function sourceOf(name: string): Source {
  const word = name.includes('.') ? name.slice(0, name.indexOf('.')) : 'request'
  return SOURCES.find((each) => each === word) ?? 'request'
}

/** What people call something that a model looks at. */
export function predictorInWords(name: string, forms: CatalogueForms, t: TFunction): string {
  const what = name.slice(name.indexOf('.') + 1)
  switch (sourceOf(name)) {
    case 'person':
      return forms.declared.attributes.find((each) => each.id === what)?.name ?? what
    case 'journey':
      return forms.journeys.find((each) => each.id === what)?.name ?? what
    case 'time':
      return what === 'hour' || what === 'day' ? t(`forms.features.times.${what}`) : what
    case 'request':
      return what === 'channel' || what === 'purpose' ? t(`forms.features.request.${what}`) : what
    case 'context':
    case 'recent':
      return what
  }
}

/** Whether models may only look at it by a declaration. */
export function isProtected(name: string | undefined, forms: CatalogueForms): boolean {
  return forms.declared.attributes.some((each) => each.sensitive && `person.${each.id}` === name)
}
