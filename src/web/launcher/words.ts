import type { Language } from './api.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type Words = (key: keyof typeof zh) => string;

export const wordsOf = (language: Language): Words => {
  const catalogue = language === 'en' ? en : zh;
  return (key) => catalogue[key];
};

/** The language of a page by its `lang`: `zh`, `zh-HK`, `en-GB`; Chinese where it is neither. */
export const languageOf = (lang: string): Language => (/^en\b/i.test(lang) ? 'en' : 'zh-CN');
