/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { ConnectionStatus } from '../../shared/transport/status.ts';
import type { ChatSession } from '../session/session.ts';
import { useStore } from '../session/store.ts';
import { OfflineIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { type ChatWords, useWords } from '../words.ts';

/** A moment without a line is nobody's business. */
const PATIENCE_MS = 1_200;

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useWhen([], () => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  });
  return now;
}

/** True once `broken` has lasted: short cuts heal before anybody needs to know. */
function useLasting(broken: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useWhen([broken], () => {
    if (!broken) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  });
  return lasting;
}

function textOf({ t }: ChatWords, status: ConnectionStatus): string {
  if (status.phase === 'ended') return status.reason === 'too-old' ? t('app.tooOld') : t('line.signedOut');
  if (status.phase === 'online') return t('line.poll');
  if (status.phase === 'connecting') return t('line.connecting');
  return status.offline ? t('line.offline') : t('line.waiting');
}

/** The running seconds are for the eye: a screen reader would hear each of them. */
function Countdown({ retryAt }: { retryAt: number }) {
  const { t } = useWords();
  const now = useNow();
  return (
    <span aria-hidden="true">
      {t('line.next', { seconds: Math.max(1, Math.ceil((retryAt - now) / 1000)) })}
    </span>
  );
}

function Remedy({ status, session }: { status: ConnectionStatus; session: ChatSession }) {
  const { t } = useWords();
  const waiting = status.phase === 'waiting';
  if (!waiting && status.phase !== 'ended') return null;
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => (waiting ? session.reconnectNow() : location.reload())}
    >
      {waiting ? t('line.now') : t('app.reload')}
    </button>
  );
}

/** Tells the truth about the connection, and offers what can be done. Nothing while all is well. */
export function LineBanner({ session }: { session: ChatSession }) {
  const words = useWords();
  const status = useStore(session.store, (state) => state.status);
  const known = useStore(session.store, (state) => state.me !== null);
  const { phase } = status;
  const broken = known && (phase === 'connecting' || phase === 'waiting');
  const lasting = useLasting(broken);
  const ended = phase === 'ended' && status.reason !== 'stopped';
  const shown = ended || (broken && lasting) || (phase === 'online' && status.via === 'poll');
  return (
    <div class="line-banner-place" role="status">
      {shown ? (
        <div class={`line-banner ${ended || phase === 'waiting' ? 'broken' : ''}`}>
          <OfflineIcon />
          <span class="line-text">
            {textOf(words, status)}{' '}
            {phase === 'waiting' && !status.offline ? <Countdown retryAt={status.retryAt} /> : null}
          </span>
          <Remedy status={status} session={session} />
        </div>
      ) : null}
    </div>
  );
}
