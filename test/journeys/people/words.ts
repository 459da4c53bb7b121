import type { Locale } from '../../../src/contract/locale.ts';
import { type Words as CentreWords, wordsFor } from '../../../src/server/centre/words.ts';
import chatEn from '../../../src/web/chat/locales/en.json' with { type: 'json' };
import chatZh from '../../../src/web/chat/locales/zh-CN.json' with { type: 'json' };
import deskEn from '../../../src/web/desk/locales/en.json' with { type: 'json' };
import deskZh from '../../../src/web/desk/locales/zh-CN.json' with { type: 'json' };
import { createI18n, type KeyOf, type Values } from '../../../src/web/shared/i18n/i18n.ts';

export const languages = ['zh-CN', 'en'] as const;

/** What the screens say in one language, so that a journey reads the same in both. */
export interface Words {
  readonly centre: CentreWords;
  chat(key: KeyOf<typeof chatEn>, values?: Values): string;
  /** @param key path in the desk's catalogue, plural forms by their stem */
  desk(key: string, values?: Values): string;
}

function lookUp(catalogue: object, locale: Locale, key: string, values: Values): string {
  const at = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], catalogue);
  const form = new Intl.PluralRules(locale).select(Number(values.count ?? 0));
  const text = at(key) ?? at(`${key}_${form}`) ?? at(`${key}_other`);
  if (typeof text !== 'string') throw new Error(`The desk has no text ${key}.`);
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function wordsOf(locale: Locale): Words {
  const chat = locale === 'en' ? createI18n(chatEn, locale) : createI18n(chatZh, locale);
  const desk = locale === 'en' ? deskEn : deskZh;
  return {
    centre: wordsFor(locale),
    chat: (key, values) => chat.t(key as never, values),
    desk: (key, values = {}) => lookUp(desk, locale, key, values),
  };
}
