/** @jsxImportSource preact */
import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { I18n } from './i18n.ts';

/** One screen's words, provided at its root. */
export const i18nContext = <K extends string>(): Context<I18n<K> | null> =>
  createContext<I18n<K> | null>(null);

/** The words of the screen around; `t` knows the keys of the context's catalogue. */
export function useI18nOf<K extends string>(context: Context<I18n<K> | null>): I18n<K> {
  const i18n = useContext(context);
  if (i18n === null) throw new Error('there is no catalogue around this component');
  return i18n;
}
