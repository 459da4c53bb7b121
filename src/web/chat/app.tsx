/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks';

import { TalkView } from './conversation/talk-view.tsx';
import { ListView } from './list/list-view.tsx';
import type { ChatSession } from './session/session.ts';
import { type ChatState, unreadOverall } from './session/state.ts';
import { useStore } from './session/store.ts';
import { tellPage } from './session/tell-page.ts';
import { showUnreadInTitle } from './session/title-badge.ts';
import type { ChatOptions } from './settings.ts';
import { StartView } from './start/start-view.tsx';
import { OfflineIcon, RetryIcon } from './ui/icons.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { useView, type View } from './ui/use-view.ts';
import { useWhen } from './ui/use-when.ts';
import { useWords } from './words.ts';

interface AppProps {
  session: ChatSession;
  options: ChatOptions;
}

/** What the page knew serves the first conversation only: a second one is about something else. */
function useOptions(given: ChatOptions) {
  const [used, setUsed] = useState(false);
  const options = useMemo(() => (used ? { ...given, start: {} } : given), [given, used]);
  return { options, spend: () => setUsed(true) };
}

/** Where to begin: what the page asks for, else the one open conversation, else the list, else a first question. */
function beginning({ rows }: ChatState, { start }: ChatOptions): Exclude<View, null> {
  if (start?.conversation) return { name: 'talk', c: start.conversation };
  if (start?.question || start?.topic || start?.transaction || rows.length === 0) return { name: 'start' };
  const open = rows.filter(({ status }) => status === 'open');
  return open.length === 1 && open[0] !== undefined ? { name: 'talk', c: open[0].id } : { name: 'list' };
}

function LoadFailed({ onRetry }: { onRetry(): void }) {
  const { t } = useWords();
  return (
    <div class="state-note" role="alert">
      <OfflineIcon />
      <p>{t('app.failed')}</p>
      <button type="button" class="primary" onClick={onRetry}>
        <RetryIcon />
        {t('app.retry')}
      </button>
    </div>
  );
}

/** The chat: one screen at a time. */
export function App({ session, options: given }: AppProps) {
  const { options, spend } = useOptions(given);
  const phase = useStore(session.store, (state) => state.phase);
  const unread = useStore(session.store, unreadOverall);
  const [view, go] = useView(options.addressable ?? false);
  const talked = useStore(session.store, ({ rows }) => rows.length > 0);
  useWhen([unread], () => showUnreadInTitle(unread));
  useWhen([unread, talked, phase], () => {
    if (phase === 'ready') tellPage({ unread, talked });
  });
  useWhen([phase, view], () => {
    if (phase === 'ready' && view === null) go(beginning(session.store.value, options), true);
  });
  if (phase === 'failed') return <LoadFailed onRetry={() => void session.load()} />;
  if (phase === 'loading' || view === null) return <Skeleton kind="rows" />;
  const toList = () => go({ name: 'list' });
  const toTalk = (c: string) => go({ name: 'talk', c });
  if (view.name === 'talk')
    return <TalkView key={view.c} session={session} options={options} c={view.c} onBack={toList} />;
  const started = (c: string) => {
    spend();
    toTalk(c);
  };
  if (view.name === 'start')
    return <StartView session={session} options={options} onStarted={started} onBack={toList} />;
  return (
    <ListView
      session={session}
      topics={options.topics ?? []}
      onOpen={toTalk}
      onNew={() => go({ name: 'start' })}
    />
  );
}
