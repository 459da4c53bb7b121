import type { ConversationSummary } from '../../../contract/conversations.ts';

type Waiting = Pick<ConversationSummary, 'channel' | 'priority' | 'waitingSince' | 'status'>;

const minute = 60_000;

/** How long a customer may wait for an answer before it is late, in milliseconds. */
export function patience({ channel, priority }: Pick<Waiting, 'channel' | 'priority'>): number {
  if (priority === 'P1') return minute;
  if (priority === 'P2') return 2 * minute;
  return channel === 'chat' || channel === 'phone' ? 3 * minute : 240 * minute;
}

/** How long the customer has waited, in milliseconds, and whether that is too long; null when nobody waits. */
export function waitOf(row: Waiting, now: number): { ms: number; late: boolean } | null {
  if (row.waitingSince === null || row.status === 'resolved') return null;
  const ms = Math.max(0, now - Date.parse(row.waitingSince));
  return { ms, late: ms >= patience(row) };
}

/** A wait as a clock: `0:42`, `12:05`, `3h 20m`, `2d 4h`; short enough for a list row. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days}d ${hours}h`;
  if (hours > 0) return `${hours}h ${minutes}m`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
