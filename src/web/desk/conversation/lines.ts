import type { Actor, Event } from '../../../contract/events.ts';
import type { TimelineEntry } from '../../shared/conversation/timeline.ts';
import type { OutboxItem } from '../../shared/outbox/item.ts';
import { dayKey } from '../ui/time.ts';

type Spoken = Extract<Event, { type: 'message.posted' | 'note.added' }>;
export type Quiet = Exclude<Event, Spoken>;

/** One line of the timeline, ready to be drawn. `first`: the group's head says who and when. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'quiet'; readonly key: string; readonly event: Quiet }
  | { readonly kind: 'said'; readonly key: string; readonly event: Spoken; readonly first: boolean }
  | { readonly kind: 'mine'; readonly key: string; readonly item: OutboxItem; readonly first: boolean };

/** Messages of one person within this time stand in one group, in milliseconds. */
const GROUP_MS = 5 * 60_000;

export const isSpoken = (event: Event): event is Spoken =>
  event.type === 'message.posted' || event.type === 'note.added';

interface Voice {
  readonly who: string;
  readonly note: boolean;
  readonly at: number;
}

const idOf = (actor: Actor): string => (actor.kind === 'system' ? 'system' : actor.id);

function voiceOf(entry: TimelineEntry, me: string): Voice | null {
  if (entry.kind === 'mine') return { who: me, note: entry.item.kind === 'note', at: entry.item.at };
  if (!isSpoken(entry.event)) return null;
  return {
    who: idOf(entry.event.actor),
    note: entry.event.type === 'note.added',
    at: Date.parse(entry.event.at),
  };
}

const continues = (before: Voice | null, now: Voice | null): boolean =>
  before !== null &&
  now !== null &&
  before.who === now.who &&
  before.note === now.note &&
  now.at - before.at < GROUP_MS;

const timeOf = (entry: TimelineEntry): string =>
  entry.kind === 'event' ? entry.event.at : new Date(entry.item.at).toISOString();

function lineOf(entry: TimelineEntry, first: boolean): Line {
  if (entry.kind === 'mine') return { kind: 'mine', key: entry.key, item: entry.item, first };
  const { event, key } = entry;
  return isSpoken(event) ? { kind: 'said', key, event, first } : { kind: 'quiet', key, event };
}

/**
 * The timeline's lines: a heading for each day whose beginning is there, the mark above the first customer message after `readUpTo`, and
 * messages grouped by who speaks. Pure; the same entries give the same keys, so that drawn elements are kept.
 */
export function linesOf(entries: readonly TimelineEntry[], me: string, readUpTo: number | null): Line[] {
  const lines: Line[] = [];
  const [first] = entries;
  // A heading that stayed at the top while earlier lines come in below it would hold the eye there, and nothing else.
  const cutOff = first?.kind === 'event' && first.event.seq > 1;
  let day = '';
  let voice: Voice | null = null;
  let marked = readUpTo === null;
  for (const entry of entries) {
    const at = timeOf(entry);
    const today = dayKey(at);
    const newDay = today !== day;
    if (newDay && !(cutOff && entry === first)) lines.push({ kind: 'day', key: `day ${today}`, at });
    const unread =
      !marked &&
      entry.kind === 'event' &&
      entry.event.actor.kind === 'customer' &&
      entry.event.seq > (readUpTo ?? 0) &&
      isSpoken(entry.event);
    if (unread) lines.push({ kind: 'unread', key: 'unread' });
    marked ||= unread;
    const now = voiceOf(entry, me);
    lines.push(lineOf(entry, newDay || unread || !continues(voice, now)));
    voice = now;
    day = today;
  }
  return lines;
}
