export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language asked for by an address, a memory or a browser; Chinese unless English is wanted. */
export function languageOf(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish?.toLowerCase().startsWith('en')) return 'en';
    if (wish?.toLowerCase().startsWith('zh')) return 'zh-CN';
  }
  return 'zh-CN';
}

export const shortLanguage = (language: Language): 'zh' | 'en' => (language === 'en' ? 'en' : 'zh');

/** Languages are called by their own names, whatever the page speaks. */
export const languageName = { 'zh-CN': '中文', en: 'English' } as const satisfies Record<Language, string>;
