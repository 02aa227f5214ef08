import i18next from 'i18next';
import { useEffect } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { type Language, languageOf, shortLanguage } from './language.ts';
import { zhCN } from './zh-CN.ts';

const remembered = 'tidu.language';

/** The address speaks first (`?lang`), then what was chosen before; Chinese otherwise. */
const first = languageOf(new URLSearchParams(location.search).get('lang'), localStorage.getItem(remembered));

await i18next.use(initReactI18next).init({
  lng: first,
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  interpolation: { escapeValue: false },
});

/** A sentence by its key, with what it names; `defaultValue` where a key may be unknown. */
type Say = (key: string, values?: Record<string, string | number>) => string;

/** Words in the reader's language, and the language itself for numbers, months and names. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const say: Say = (key, values = {}) => t(key, values);
  return { t: say, language, of: (names: { zh: string; en: string }) => names[shortLanguage(language)] };
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(remembered, language);
  void i18next.changeLanguage(language);
}

/** Tells the browser what it reads: the document's language and title. */
export function useDocumentWords(title?: string): void {
  const { t, language } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title ? `${title} · ${t('product.title')}` : t('product.title');
  }, [language, title, t]);
}
