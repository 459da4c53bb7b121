import { useTranslation } from 'react-i18next';

/** The kinds of things an audit line can be about. */
export const kinds = [
  'conversation',
  'staff',
  'session',
  'team',
  'topic',
  'canned-reply',
  'article',
  'picture',
  'term',
  'report',
  'setting',
] as const;

/** What an audit line says was done. The catalogue is nested as the action's name is; an unknown action shows its name. */
export function useActionText(): (action: string) => string {
  const { t, i18n } = useTranslation();
  return (action) => {
    const key = `audit.${action}`;
    return i18n.exists(key) ? t(key as 'audit.brand.set') : action;
  };
}
