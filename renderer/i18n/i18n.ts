import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";
import { zh } from "./zh";

/** The languages of the window, the first one spoken where nothing was chosen. */
export const languages = ["zh-CN", "en"] as const;
/** A language of the window. */
export type Language = (typeof languages)[number];

/** Where the choice of language is kept between sessions. */
export interface LanguageMemory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const MEMORY_KEY = "broadsheet.language";

/** The sentences of every language, in the shape i18next reads. */
export const resources = { "zh-CN": { translation: zh }, en: { translation: en } } as const;

/** A translator that speaks the remembered language, ready at once: both languages are part of the program. */
export function createTranslator(memory: LanguageMemory): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    resources,
    lng: rememberedLanguage(memory),
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    // React escapes what it renders; escaping twice would show &quot; in a headline.
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** Speaks another language from now on, in this window and the next. */
export function chooseLanguage(translator: i18n, memory: LanguageMemory, language: Language): void {
  memory.setItem(MEMORY_KEY, language);
  void translator.changeLanguage(language);
}

/** The language that is not spoken now. */
export function otherLanguage(language: string): Language {
  return language === "en" ? "zh-CN" : "en";
}

function rememberedLanguage(memory: LanguageMemory): Language {
  const remembered = memory.getItem(MEMORY_KEY);
  return languages.find((language) => language === remembered) ?? languages[0];
}
