/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { Composer } from '../composer/composer.tsx';
import type { ChatSession } from '../session/session.ts';
import type { Talk } from '../session/state.ts';
import { useStore } from '../session/store.ts';
import type { ChatOptions } from '../settings.ts';
import { RetryIcon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { EndDialog } from './end-dialog.tsx';
import { factsOf } from './facts.ts';
import { Header } from './header.tsx';
import { LineBanner } from './line-banner.tsx';
import { Log } from './log.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { QueuePlace } from './queue-place.tsx';

interface TalkViewProps {
  session: ChatSession;
  options: ChatOptions;
  c: string;
  onBack(): void;
}

function LoadFailed({ onRetry }: { onRetry(): void }) {
  const { t } = useWords();
  return (
    <div class="state-note" role="alert">
      <p>{t('talk.loadFailed')}</p>
      <button type="button" class="primary" onClick={onRetry}>
        <RetryIcon />
        {t('app.retry')}
      </button>
    </div>
  );
}

function Typing({ name }: { name: string | null }) {
  const { t } = useWords();
  return (
    <div class="typing" role="status">
      {name === null ? null : (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('talk.typing', { name: name === '' ? t('talk.someone') : name })}
        </>
      )}
    </div>
  );
}

function ResolvedBar({ onReopen }: { onReopen(): void }) {
  const { t } = useWords();
  return (
    <div class="resolved-bar">
      <p>{t('talk.resolvedBar')}</p>
      <button type="button" class="plain" onClick={onReopen}>
        {t('talk.reopen')}
      </button>
    </div>
  );
}

/** Does something to the conversation; says so when it did not work. */
function useActions(session: ChatSession, c: string) {
  const [failed, setFailed] = useState(false);
  const attempt = (action: Promise<unknown>) => {
    setFailed(false);
    action.catch(() => setFailed(true));
  };
  return {
    failed,
    end: () => attempt(session.api.resolve(c)),
    reopen: () => attempt(session.api.reopen(c)),
  };
}

/** One conversation. */
export function TalkView({ session, options, c, onBack }: TalkViewProps) {
  const { t } = useWords();
  const talk: Talk | undefined = useStore(session.store, (state) => state.talks[c]);
  const row = useStore(session.store, (state) => state.rows.find(({ id }) => id === c));
  const [ending, setEnding] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const { failed, end, reopen } = useActions(session, c);
  const view = useRef<HTMLElement>(null);
  useWhen([c], () => {
    void session.open(c);
    view.current?.querySelector('h2')?.focus({ preventScroll: true });
  });
  if (talk === undefined) return <Skeleton kind="talk" />;
  const { agent, resolved, caseNumber } = factsOf(talk.state, row);
  const settled = talk.loading === 'ready';
  return (
    <section class="talk" ref={view}>
      <Header
        agent={agent}
        caseNumber={caseNumber}
        resolved={resolved}
        transcriptUrl={(format) => session.api.transcriptUrl(c, format)}
        checkUrl={session.api.checkUrl}
        onBack={onBack}
        onVerify={() => setVerifying(true)}
        onEnd={() => setEnding(true)}
      />
      <LineBanner session={session} />
      {settled ? (
        <Log
          session={session}
          c={c}
          talk={talk}
          caseNumber={caseNumber}
          base={options.base ?? ''}
          official={options.official ?? []}
          alone={agent === null && !resolved}
        />
      ) : null}
      {talk.loading === 'loading' ? <Skeleton kind="talk" /> : null}
      {talk.loading === 'failed' ? <LoadFailed onRetry={() => void session.open(c)} /> : null}
      {settled && agent === null && !resolved ? <QueuePlace api={session.api} c={c} /> : null}
      <Typing name={talk.typing} />
      {failed ? (
        <p class="action-failed" role="alert">
          {t('talk.actionFailed')}
        </p>
      ) : null}
      {resolved && settled ? <ResolvedBar onReopen={reopen} /> : null}
      <Composer key={c} session={session} options={options} c={c} resolved={resolved} />
      {verifying ? (
        <ProofDialog
          api={session.api}
          c={c}
          checkUrl={session.api.checkUrl}
          onClose={() => setVerifying(false)}
        />
      ) : null}
      {ending ? (
        <EndDialog
          onKeep={() => setEnding(false)}
          onEnd={() => {
            setEnding(false);
            end();
          }}
        />
      ) : null}
    </section>
  );
}
