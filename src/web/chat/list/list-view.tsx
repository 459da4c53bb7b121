/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { MyConversation } from '../../../contract/conversations.ts';
import type { ChatSession } from '../session/session.ts';
import { useStore } from '../session/store.ts';
import { ChatIcon, ForwardIcon, PlusIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';

interface ListViewProps {
  session: ChatSession;
  topics: readonly { id: string; name: string }[];
  onOpen(c: string): void;
  onNew(): void;
}

function When({ at }: { at: string }) {
  const { day, time } = useWords();
  const today = new Date(at).toDateString() === new Date().toDateString();
  return <time dateTime={at}>{today ? time(at) : day(at)}</time>;
}

function RowButton({
  row,
  topic,
  onOpen,
}: {
  row: MyConversation;
  topic: string | undefined;
  onOpen(): void;
}) {
  const { t } = useWords();
  const { agent, preview, unread, status, activityAt, caseNumber } = row;
  return (
    <li>
      <button type="button" class={unread > 0 ? 'row unread' : 'row'} onClick={onOpen}>
        <span class="row-head">
          <b>{topic ?? (agent === null ? t('list.noAgent') : t('talk.agent', { name: agent.name }))}</b>
          <When at={activityAt} />
        </span>
        <span class="row-preview">{preview}</span>
        <span class="row-foot">
          <span class={`status ${status}`}>{status === 'open' ? t('list.open') : t('list.resolved')}</span>
          <span>{t('talk.case', { number: caseNumber })}</span>
          {unread > 0 ? <span class="count">{t('list.unread', { count: unread })}</span> : <ForwardIcon />}
        </span>
      </button>
    </li>
  );
}

/** The customer's conversations, newest first. */
export function ListView({ session, topics, onOpen, onNew }: ListViewProps) {
  const { t } = useWords();
  const rows = useStore(session.store, (state) => state.rows);
  const title = useRef<HTMLHeadingElement>(null);
  useWhen([], () => {
    title.current?.focus({ preventScroll: true });
    session.refreshList().catch(() => undefined);
  });
  return (
    <section class="list">
      <header class="list-header">
        <h2 ref={title} tabIndex={-1}>
          {t('list.title')}
        </h2>
        <button type="button" class="primary" onClick={onNew}>
          <PlusIcon />
          {t('list.new')}
        </button>
      </header>
      {rows.length === 0 ? (
        <div class="state-note">
          <ChatIcon />
          <p>
            <b>{t('list.empty')}</b>
          </p>
          <p>{t('list.emptyHint')}</p>
        </div>
      ) : (
        <ul class="rows">
          {rows.map((row) => (
            <RowButton
              key={row.id}
              row={row}
              topic={topics.find(({ id }) => id === row.topic)?.name}
              onOpen={() => onOpen(row.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
