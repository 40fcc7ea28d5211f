import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { stored } from './stored'

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first language a reader prefers that we speak. */
export function preferred(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const known = LANGUAGES.find((language) => each.split('-')[0] === language)
    if (known) return known
  }
  return 'en'
}

export const language = stored<Language>(
  'cairn.language',
  preferred(typeof navigator === 'undefined' ? [] : navigator.languages),
  LANGUAGES,
)

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
