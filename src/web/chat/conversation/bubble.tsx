/** @jsxImportSource preact */
import { MessageText } from '../../shared/text/message-text.tsx';
import { useTerms } from '../help/use-terms.tsx';
import type { ChatApi } from '../session/api.ts';
import { AlertIcon, RetryIcon, TrashIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';
import { Files } from './files.tsx';
import type { MessageRow } from './lay-out.ts';
import { Progress, type ProgressName } from './progress.tsx';

interface BubbleProps {
  row: MessageRow;
  /** How far our own message has come; null where it is not shown. */
  progress: ProgressName | null;
  base: string;
  api: ChatApi;
  official: readonly string[];
  onRetry(id: string): void;
  onRemove(id: string): void;
}

/** Said to a screen reader with every message: who, and when. */
function Byline({ row }: { row: MessageRow }) {
  const { t, time } = useWords();
  const name = row.mine ? t('talk.me') : (row.author?.name ?? t('talk.system'));
  if (!row.first || row.mine) return <span class="visually-hidden">{`${name} ${time(row.at)}`}</span>;
  return (
    <span class="byline">
      <b>{name}</b>
      {row.author === null ? null : <span>{t('talk.staffNumber', { number: row.author.staffNumber })}</span>}
      <time dateTime={new Date(row.at).toISOString()}>{time(row.at)}</time>
    </span>
  );
}

function Refusal({ row, onRetry, onRemove }: Pick<BubbleProps, 'row' | 'onRetry' | 'onRemove'>) {
  const { t } = useWords();
  const { item } = row;
  if (item?.state !== 'failed') return null;
  return (
    <div class="refusal" role="alert">
      <p>
        <AlertIcon />
        {item.reason === undefined || item.reason === ''
          ? t('bubble.failed')
          : t('bubble.failedBecause', { reason: item.reason })}
      </p>
      <button type="button" class="quiet" onClick={() => onRetry(item.id)}>
        <RetryIcon />
        {t('bubble.retry')}
      </button>
      <button type="button" class="quiet" onClick={() => onRemove(item.id)}>
        <TrashIcon />
        {t('bubble.delete')}
      </button>
    </div>
  );
}

/** One message. */
export function Bubble({ row, progress, base, api, official, onRetry, onRemove }: BubbleProps) {
  const { t, time } = useWords();
  const { mine, first, last, text, attachments, item } = row;
  const { words, meaning } = useTerms(api, row.author !== null);
  const marks = { official, base, label: t('bubble.official') };
  const classes = [
    'said',
    mine ? 'mine' : 'theirs',
    first && 'first',
    last && 'last',
    item?.state === 'failed' && 'refused',
  ];
  return (
    <article class={classes.filter(Boolean).join(' ')} data-message={row.key}>
      <Byline row={row} />
      {text === '' ? null : (
        <div class="bubble">
          <MessageText text={text} marks={marks} words={words} />
          {meaning}
        </div>
      )}
      {text === '' && attachments.length === 0 ? <div class="bubble erased">{t('bubble.erased')}</div> : null}
      <Files files={attachments} base={base} />
      {row.guarded ? <p class="aside">{t('bubble.removed')}</p> : null}
      <Refusal row={row} onRetry={onRetry} onRemove={onRemove} />
      {mine && (last || progress !== null) && item?.state !== 'failed' ? (
        <p class="aside">
          {last ? <time dateTime={new Date(row.at).toISOString()}>{time(row.at)}</time> : null}
          {progress === null ? null : <Progress name={progress} />}
        </p>
      ) : null}
    </article>
  );
}
