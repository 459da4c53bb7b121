import type { Actor, AttachmentRef, Event, Verdict } from '../../../contract/events.ts';
import type { TimelineEntry } from '../../shared/conversation/timeline.ts';
import type { OutboxItem } from '../../shared/outbox/item.ts';

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly mine: boolean;
  /** Null for the customer's own. */
  readonly author: { readonly name: string; readonly staffNumber: string } | null;
  /** First of its author's group, which carries the name; last, which carries the time. */
  readonly first: boolean;
  readonly last: boolean;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly AttachmentRef[];
  /** Whether the guard took something out. */
  readonly guarded: boolean;
  readonly seq: number | null;
  /** Our own on its way; null once the log has it. */
  readonly item: OutboxItem | null;
}

/** An answer that came by itself, with what the customer said to it so far. */
export interface AnswerRow {
  readonly kind: 'answer';
  readonly key: string;
  readonly event: Extract<Event, { type: 'answer.offered' }>;
  readonly verdict: Verdict | null;
}

/** A line of the screen. */
export type Row =
  | MessageRow
  | AnswerRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'happening'; readonly key: string; readonly event: Event };

const GROUP_MS = 5 * 60_000;
const dayOf = (at: number) => new Date(at).toDateString();

const authorOf = (actor: Actor) =>
  actor.kind === 'agent' ? { name: actor.name, staffNumber: actor.staffNumber } : null;

/** What customers are told of: who joined, that something secret was taken out, and that it ended or began again. */
const told = new Set<Event['type']>([
  'conversation.started',
  'conversation.assigned',
  'message.redacted',
  'conversation.resolved',
  'conversation.reopened',
]);

function rowOf(entry: TimelineEntry): Exclude<Row, { kind: 'day' | 'unread' }> | null {
  const common = { key: entry.key, first: true, last: true } as const;
  if (entry.kind === 'mine') {
    const { item } = entry;
    const { at, text, attachments, seq = null } = item;
    return {
      ...common,
      kind: 'message',
      mine: true,
      author: null,
      at,
      text,
      attachments,
      guarded: false,
      seq,
      item,
    };
  }
  const { event } = entry;
  if (told.has(event.type)) return { kind: 'happening', key: entry.key, event };
  if (event.type === 'answer.offered') return { kind: 'answer', key: entry.key, event, verdict: null };
  if (event.type !== 'message.posted') return null;
  const { text, attachments = [], removed = [] } = event.body;
  const { actor, seq } = event;
  const mine = actor.kind === 'customer';
  const guarded = removed.length > 0;
  return {
    ...common,
    kind: 'message',
    mine,
    author: authorOf(actor),
    at: Date.parse(event.at),
    text,
    attachments,
    guarded,
    seq,
    item: null,
  };
}

function verdictIn(entries: readonly TimelineEntry[]): Verdict | null {
  for (const entry of entries)
    if (entry.kind === 'event' && entry.event.type === 'answer.judged') return entry.event.body.verdict;
  return null;
}

const together = (a: Row | undefined, b: Row | undefined): boolean =>
  a?.kind === 'message' &&
  b?.kind === 'message' &&
  a.mine === b.mine &&
  a.author?.staffNumber === b.author?.staffNumber &&
  Math.abs(b.at - a.at) < GROUP_MS;

/**
 * Lays a conversation out: days between what was said on different days (in the reader's zone), a line before what is
 * new, and messages grouped by author.
 * @param unreadAfter the first message of the other side after this seq gets the line; null for none
 */
export function layOut(entries: readonly TimelineEntry[], unreadAfter: number | null): Row[] {
  const rows: Row[] = [];
  let day = '';
  let marked = unreadAfter === null;
  for (const entry of entries) {
    const row = rowOf(entry);
    if (row === null) continue;
    const at = row.kind === 'message' ? row.at : Date.parse(row.event.at);
    if (dayOf(at) !== day) rows.push({ kind: 'day', key: `day ${dayOf(at)} ${row.key}`, at });
    day = dayOf(at);
    if (!marked && row.kind === 'message' && !row.mine && (row.seq ?? 0) > (unreadAfter ?? 0)) {
      rows.push({ kind: 'unread', key: 'unread' });
      marked = true;
    }
    rows.push(row);
  }
  const verdict = verdictIn(entries);
  return rows.map((row, i) => {
    if (row.kind === 'answer') return { ...row, verdict };
    if (row.kind !== 'message') return row;
    return { ...row, first: !together(rows[i - 1], row), last: !together(row, rows[i + 1]) };
  });
}
