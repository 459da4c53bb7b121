/** @jsxImportSource preact */
import type { ConversationState } from '../../shared/conversation/state.ts';
import { progressOf } from '../../shared/conversation/timeline.ts';
import { CheckIcon, ChecksIcon, ClockIcon } from '../ui/icons.tsx';
import { useWords } from '../words.ts';
import type { Row } from './lay-out.ts';

export type ProgressName = 'pending' | 'sent' | 'delivered' | 'read';

const icons = { pending: ClockIcon, sent: CheckIcon, delivered: ChecksIcon, read: ChecksIcon };

/** How far a message has come, in a word. */
export function Progress({ name }: { name: ProgressName }) {
  const { t } = useWords();
  const Icon = icons[name];
  return (
    <span class={`progress ${name}`}>
      <Icon />
      {t(`bubble.${name}`)}
    </span>
  );
}

/** Which messages say how far they have come: everything pending, and the last of ours that arrived. */
export function progressByKey(rows: readonly Row[], state: ConversationState): Map<string, ProgressName> {
  const shown = new Map<string, ProgressName>();
  let lastArrived: { key: string; seq: number | null } | null = null;
  for (const row of rows) {
    if (row.kind !== 'message' || !row.mine || row.item?.state === 'failed') continue;
    if (row.item?.state === 'pending') shown.set(row.key, 'pending');
    else lastArrived = row;
  }
  if (lastArrived !== null) {
    const { key, seq } = lastArrived;
    shown.set(key, seq === null ? 'sent' : progressOf(seq, state, 'customer'));
  }
  return shown;
}
