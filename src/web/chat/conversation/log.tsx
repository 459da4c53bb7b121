/** @jsxImportSource preact */
import { useMemo, useRef, useState } from 'preact/hooks';
import { hasEarlier, heldUpTo, shownEvents } from '../../shared/conversation/state.ts';
import { timeline } from '../../shared/conversation/timeline.ts';
import type { ChatSession } from '../session/session.ts';
import { type Talk, unreadIn } from '../session/state.ts';
import { DownIcon, ShieldIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { AnswerCard } from './answer-card.tsx';
import { Bubble } from './bubble.tsx';
import { Happening } from './happening.tsx';
import { layOut, type Row } from './lay-out.ts';
import { type ProgressName, progressByKey } from './progress.tsx';
import { useReading, useVisible } from './use-reading.ts';

interface LogProps {
  session: ChatSession;
  c: string;
  talk: Talk;
  caseNumber: string;
  base: string;
  official: readonly string[];
  /** Nobody of us has come yet, and the conversation is open. */
  alone: boolean;
}

function Earlier({ talk, onMore }: { talk: Talk; onMore(): void }) {
  const { t } = useWords();
  if (!hasEarlier(talk.state)) return null;
  return (
    <button type="button" class="plain earlier" disabled={talk.earlier === 'loading'} onClick={onMore}>
      {talk.earlier === 'loading' ? t('talk.earlierLoading') : t('talk.earlier')}
    </button>
  );
}

/** What is reminded of once, at the beginning. */
function Safety() {
  const { t } = useWords();
  return (
    <p class="safety">
      <ShieldIcon />
      {t('talk.safety')}
    </p>
  );
}

/** The seq after which messages are marked as new: where the customer had read to when they stopped looking. */
function useUnreadAfter({ state, loading }: Talk, reading: boolean): number | null {
  const [after, setAfter] = useState<number | null>(null);
  const waiting = unreadIn(state);
  const begun = useRef(false);
  useWhen([loading, waiting > 0, reading], () => {
    if (loading !== 'ready') return;
    const first = !begun.current;
    begun.current = true;
    if (waiting > 0 && (first || !reading))
      setAfter((known) => (known === null || first ? state.receipts.customer.read : known));
  });
  const last = shownEvents(state).at(-1);
  // Answering is the end of "new".
  useWhen([last?.id], () => {
    if (begun.current && reading && last?.actor.kind === 'customer') setAfter(null);
  });
  return after;
}

interface LineProps extends Pick<LogProps, 'session' | 'c' | 'caseNumber' | 'base' | 'official' | 'alone'> {
  row: Row;
  progress: ProgressName | null;
}

function Line({ session, c, row, progress, caseNumber, base, official, alone }: LineProps) {
  const { t, day } = useWords();
  if (row.kind === 'day') return <p class="day">{day(row.at)}</p>;
  if (row.kind === 'unread') return <p class="unread-line">{t('talk.unread')}</p>;
  if (row.kind === 'happening') return <Happening event={row.event} caseNumber={caseNumber} />;
  if (row.kind === 'answer') return <AnswerCard row={row} api={session.api} c={c} alone={alone} />;
  const onRetry = (id: string) => session.retry(id);
  const onRemove = (id: string) => session.remove(id);
  return <Bubble {...{ row, base, api: session.api, official, progress, onRetry, onRemove }} />;
}

function Jump({ unread, onJump }: { unread: number; onJump(): void }) {
  const { t } = useWords();
  return (
    <button type="button" class="jump" onClick={onJump}>
      <DownIcon />
      {unread > 0 ? t('talk.jump', { count: unread }) : t('talk.toEnd')}
    </button>
  );
}

/** The messages of a conversation, its end kept in view, with a way back to it. */
export function Log({ session, c, talk, caseNumber, base, official, alone }: LogProps) {
  const { t } = useWords();
  const { state, outbox } = talk;
  const visible = useVisible();
  const entries = useMemo(() => timeline(state, outbox), [state, outbox]);
  const { box, atEnd, toEnd } = useReading(entries);
  const reading = visible && atEnd;
  const unreadAfter = useUnreadAfter(talk, reading);
  const rows = useMemo(() => layOut(entries, unreadAfter), [entries, unreadAfter]);
  const progress = useMemo(() => progressByKey(rows, state), [rows, state]);

  useWhen([reading, state, talk.loading], () => {
    if (reading && talk.loading === 'ready') session.sawUpTo(c, heldUpTo(state));
  });
  useWhen([outbox.at(-1)?.id], () => {
    if (outbox.at(-1)?.state === 'pending') toEnd(true);
  });

  const common = { session, c, caseNumber, base, official, alone };
  return (
    <div class="log-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" ref={box} role="log" aria-label={t('talk.log')} aria-live="polite" tabIndex={0}>
        <div class="log-lines">
          <Earlier talk={talk} onMore={() => void session.talks.loadEarlier(c)} />
          {hasEarlier(state) ? null : <Safety />}
          {rows.map((row) => (
            <Line key={row.key} {...common} row={row} progress={progress.get(row.key) ?? null} />
          ))}
        </div>
      </div>
      {atEnd ? null : <Jump unread={unreadIn(state)} onJump={() => toEnd(true)} />}
    </div>
  );
}
