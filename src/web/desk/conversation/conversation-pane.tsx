import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Composer, type ComposerHandle } from '../composer/composer.tsx';
import { CustomerPanel } from '../customer/customer-panel.tsx';
import { type Command, useOffer } from '../keyboard/commands.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { outboxOf } from '../live/outbox.ts';
import { useMay, useMe } from '../session/me.ts';
import { Failed, SkeletonRows } from '../ui/state.tsx';
import { Announcer } from './announcer.tsx';
import classes from './conversation-pane.module.css';
import { Header } from './header.tsx';
import { Timeline } from './timeline.tsx';
import { useActs } from './use-acts.ts';
import { useConversation } from './use-conversation.ts';

const AssignDialog = lazy(() => import('./assign-dialog.tsx').then((m) => ({ default: m.AssignDialog })));

interface Props {
  id: string;
  viewName: string;
  seq: number | null;
  panel: boolean;
  togglePanel: () => void;
}

/** One conversation: what was said, the place to answer, and who this is. */
export function ConversationPane({ id, viewName, seq, panel, togglePanel }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const { summary, state, error, retry } = useConversation(id, seq);
  const acts = useActs(summary);
  const outbox = outboxOf(me.id);
  const composer = useRef<ComposerHandle>(null);
  const [assigning, setAssigning] = useState(false);
  const open = summary?.status === 'open';
  const commands = useMemo((): Command[] => {
    if (summary === undefined) return [];
    const group = t('palette.conversation', { name: summary.customer.name || t('customer.unnamed') });
    const command = (key: string, label: string, run: () => void): Command => ({
      id: `act-${key}`,
      label,
      group,
      keys: key,
      run,
    });
    const reply =
      may('conversation.reply') && open
        ? [command('R', t('composer.reply'), () => composer.current?.write('reply'))]
        : [];
    const note = may('conversation.note')
      ? [command('N', t('composer.note'), () => composer.current?.write('note'))]
      : [];
    const claim =
      may('conversation.claim') && open && summary.agent?.id !== me.id
        ? [command('C', t('acts.claim'), acts.claim)]
        : [];
    const assign =
      may('conversation.assign') && open ? [command('T', t('acts.assign'), () => setAssigning(true))] : [];
    const resolve = may('conversation.resolve')
      ? [command('E', t(open ? 'acts.resolve' : 'acts.reopen'), open ? acts.resolve : acts.reopen)]
      : [];
    return [...reply, ...note, ...claim, ...assign, ...resolve];
    // biome-ignore lint/correctness/useExhaustiveDependencies: the rights change with the person, who mounts the desk anew
  }, [summary, open, t, acts, me.id]);
  useOffer('conversation', commands);
  const byKey = Object.fromEntries(commands.map(({ keys, run }) => [keys?.toLowerCase(), run]));
  useShortcuts({
    ...byKey,
    '/': () => composer.current?.write('reply', '/'),
    '#': () => composer.current?.write('reply', '#'),
    l: () => document.getElementById('tags-input')?.focus(),
    Enter: (event) => (event.target === document.body ? composer.current?.write('reply') : undefined),
  });
  if (error !== null && (summary === undefined || state === undefined))
    return <Failed error={error} retry={retry} />;
  return (
    <div className={classes.pane} data-panel={panel || undefined}>
      <main className={classes.main} aria-label={t('timeline.with', { name: summary?.customer.name ?? '' })}>
        {summary === undefined || state === undefined ? (
          <SkeletonRows count={7} height={72} />
        ) : (
          <>
            <Header
              summary={summary}
              acts={acts}
              viewName={viewName}
              assign={() => setAssigning(true)}
              panel={panel}
              togglePanel={togglePanel}
            />
            <Timeline summary={summary} state={state} outbox={outbox} seq={seq} />
            <Announcer summary={summary} state={state} />
            <Composer ref={composer} summary={summary} outbox={outbox} reopen={acts.reopen} />
          </>
        )}
      </main>
      {panel && summary && <CustomerPanel summary={summary} state={state} acts={acts} viewName={viewName} />}
      {assigning && summary && (
        <Suspense fallback={null}>
          <AssignDialog summary={summary} acts={acts} close={() => setAssigning(false)} />
        </Suspense>
      )}
    </div>
  );
}
