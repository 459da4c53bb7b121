import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { adminSections } from '../admin/sections.ts';
import { articleSections } from '../articles/sections.ts';
import { currentLocale, switchLocale } from '../i18n.ts';
import type { Command } from '../keyboard/commands.ts';
import { signOut, useMay, useMe } from '../session/me.ts';
import { navigateTo } from './navigate.ts';
import { openKeysHelp } from './open-overlay.ts';
import { useSetPresence } from './presence-menu.tsx';

const fixedViews = ['mine', 'unassigned', 'all', 'resolved'] as const;

/** The commands that hold everywhere: where to go, how present to be, and the desk itself. */
export function usePlaces(): readonly Command[] {
  const { t } = useTranslation();
  const may = useMay();
  const { teams } = useMe();
  const setPresence = useSetPresence();
  return useMemo(() => {
    const group = t('palette.go');
    const go = (path: string, label: string): Command => ({
      id: path,
      label,
      group,
      run: () => navigateTo(path),
    });
    const queue = may('queue.read') ? [go('/queue', t('queue.title'))] : [];
    const views = may('conversation.read')
      ? [
          ...fixedViews.map((view) => go(`/inbox/${view}`, t(`views.${view}`))),
          ...teams.map(({ id, name }) => go(`/inbox/team-${id}`, name)),
        ]
      : [];
    const articles = articleSections(may).map((id) =>
      go(`/articles/${id}`, `${t('articles.title')} · ${t(`articles.${id}.title`)}`),
    );
    const admin = adminSections(may).map((id) =>
      go(`/admin/${id}`, `${t('admin.title')} · ${t(`admin.${id}.title`)}`),
    );
    const presence = may('presence.set')
      ? (['online', 'busy', 'away'] as const).map((each) => ({
          id: each,
          label: t('palette.presence', { presence: t(`presence.${each}`) }),
          group: t('palette.me'),
          run: () => setPresence(each),
        }))
      : [];
    const other = currentLocale() === 'zh-CN' ? 'en' : 'zh-CN';
    return [
      ...queue,
      ...views,
      ...(may('search.use') ? [{ ...go('/search', t('search.title')), keys: 'S' }] : []),
      ...articles,
      ...admin,
      go('/account', t('account.title')),
      ...presence,
      {
        id: 'language',
        label: other === 'en' ? 'English' : '简体中文',
        group: t('palette.me'),
        run: () => void switchLocale(other),
      },
      { id: 'keys', label: t('keys.title'), group: t('palette.me'), keys: '?', run: openKeysHelp },
      { id: 'sign-out', label: t('me.signOut'), group: t('palette.me'), run: () => void signOut() },
    ];
  }, [t, teams, may, setPresence]);
}
