/** @jsxImportSource preact */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { I18n } from './i18n.ts';

/** A provider and a hook for one screen's catalogue; the hook's `t` knows that catalogue's keys. */
export function i18nContext<K extends string>() {
  const Context = createContext<I18n<K> | null>(null);
  const useI18n = (): I18n<K> => {
    const i18n = useContext(Context);
    if (i18n === null) throw new Error('useI18n needs its provider');
    return i18n;
  };
  return { I18nProvider: Context.Provider, useI18n };
}
