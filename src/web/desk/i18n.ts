import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../../contract/locale.ts';
import { remember, remembered } from './ui/remembered.ts';

/** The contract's list; that file carries a parser which the first screen can do without. */
export const locales = ['zh-CN', 'en'] as const satisfies readonly Locale[];

const catalogues: Record<Locale, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
};

const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The language on the screen; zh-CN until somebody chose otherwise. `?lang=` wins for this visit and is kept. */
function chosenLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLocale(asked)) remember('locale', asked);
  const kept = remembered('locale');
  return isLocale(kept) ? kept : 'zh-CN';
}

export const currentLocale = (): Locale => (isLocale(i18next.language) ? i18next.language : chosenLocale());

/** Loads the catalogue of the chosen language before the first screen is drawn. */
export async function startI18n(): Promise<void> {
  const lng = chosenLocale();
  const catalogue = await catalogues[lng]();
  await i18next.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    resources: { [lng]: { translation: catalogue.default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = lng;
}

/** Shows a person's own language where nobody has chosen one on this device. */
export async function preferLocale(locale: Locale): Promise<void> {
  if (!isLocale(remembered('locale')) && locale !== currentLocale()) await switchLocale(locale);
}

/** Switches the language at once and remembers it on this device. */
export async function switchLocale(locale: Locale): Promise<void> {
  const catalogue = await catalogues[locale]();
  i18next.addResourceBundle(locale, 'translation', catalogue.default);
  await i18next.changeLanguage(locale);
  remember('locale', locale);
  document.documentElement.lang = locale;
}
