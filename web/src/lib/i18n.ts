import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { stored } from './stored'

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

function fromBrowser(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  return LANGUAGES.find((known) => wanted.some((each) => each.startsWith(known))) ?? 'en'
}

export const language = stored<Language>('cairn.language', fromBrowser(), LANGUAGES)

type Catalogues = Record<Language, () => Promise<{ default: object }>>

/** Starts with the reader's language alone; another is fetched when it is chosen. */
export async function startLanguages(catalogues: Catalogues): Promise<void> {
  const load = async (name: Language) => {
    if (!i18next.hasResourceBundle(name, 'translation')) {
      const catalogue = await catalogues[name]()
      i18next.addResourceBundle(name, 'translation', catalogue.default)
    }
    await i18next.changeLanguage(name)
    document.documentElement.lang = name
  }
  await i18next.use(initReactI18next).init({
    lng: language.get(),
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
  })
  await load(language.get())
  language.subscribe(() => void load(language.get()))
}
