import type { Locale } from '../../contract/locale.ts';
import { createI18n, type I18n, type KeyOf } from '../shared/i18n/i18n.ts';
import { i18nContext, useI18nOf } from '../shared/i18n/preact.tsx';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

export type ChatKey = KeyOf<typeof en> | KeyOf<typeof zh>;
export type ChatWords = I18n<ChatKey>;

export const wordsFor = (locale: Locale): ChatWords =>
  locale === 'en' ? createI18n(en, locale) : (createI18n(zh, locale) as ChatWords);

export const Words = i18nContext<ChatKey>();
export const useWords = (): ChatWords => useI18nOf(Words);
