import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../contract/conversations.ts';
import type { ComposerHandle } from '../composer/composer.tsx';
import { type Command, useOffer } from '../keyboard/commands.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { useMay, useMe } from '../session/me.ts';
import type { Acts } from './use-acts.ts';

interface Hands {
  summary: ConversationSummary | undefined;
  acts: Acts;
  composer: RefObject<ComposerHandle | null>;
  assign: () => void;
}

/** What can be done to the open conversation, by its key and from the palette; what the role may not do is not offered. */
export function useCommands({ summary, acts, composer, assign }: Hands): void {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const commands = useMemo((): Command[] => {
    if (summary === undefined) return [];
    const group = t('palette.conversation', { name: summary.customer.name || t('customer.unnamed') });
    const open = summary.status === 'open';
    const theirs = summary.agent !== null && summary.agent.id !== me.id;
    const claimable = summary.agent === null || (theirs && may('conversation.takeOver'));
    const all: [boolean, string, string, () => void][] = [
      [open && may('conversation.reply'), 'R', t('composer.reply'), () => composer.current?.write('reply')],
      [may('conversation.note'), 'N', t('composer.note'), () => composer.current?.write('note')],
      [
        open && claimable && may('conversation.claim'),
        'C',
        t(theirs ? 'acts.takeOver' : 'acts.claim'),
        acts.claim,
      ],
      [open && may('conversation.assign'), 'T', t('acts.assign'), assign],
      [open && may('conversation.resolve'), 'E', t('acts.resolve'), acts.resolve],
      [!open && may('conversation.resolve'), 'E', t('acts.reopen'), acts.reopen],
    ];
    return all.flatMap(([offered, keys, label, run]) =>
      offered ? [{ id: `act-${keys}`, label, group, keys, run }] : [],
    );
  }, [summary, acts, composer, assign, me.id, may, t]);
  useOffer('conversation', commands);
  useShortcuts({
    ...Object.fromEntries(commands.map(({ keys, run }) => [keys?.toLowerCase(), run])),
    '/': () => composer.current?.write('reply', '/'),
    '#': () => composer.current?.write('reply', '#'),
    l: () => document.getElementById('tags-input')?.focus(),
    // On a link or button Enter is that control's own.
    enter: (event) => event.target === document.body && composer.current?.write('reply'),
  });
}
