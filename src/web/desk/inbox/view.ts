import type { ConversationSummary } from '../../../contract/conversations.ts';

/** What the list shows: one of the fixed views, or the open conversations of a team. */
export type View =
  | { readonly kind: 'mine' | 'unassigned' | 'all' | 'resolved' }
  | { readonly kind: 'team'; readonly team: string };

const fixed = ['mine', 'unassigned', 'all', 'resolved'] as const;

/** The view named in an address (`mine`, `team-<id>`...); null when it names none. */
export function parseView(name: string): View | null {
  const kind = fixed.find((each) => each === name);
  if (kind !== undefined) return { kind };
  return name.startsWith('team-') ? { kind: 'team', team: name.slice('team-'.length) } : null;
}

/** The view's name in an address and in cache keys. */
export const viewName = (view: View): string => (view.kind === 'team' ? `team-${view.team}` : view.kind);

/** Whether a conversation stands in a view of the agent `me`; the same rule as the server's. */
export function belongs(view: View, row: ConversationSummary, me: string): boolean {
  if (view.kind === 'resolved') return row.status === 'resolved';
  if (row.status !== 'open') return false;
  if (view.kind === 'mine') return row.agent?.id === me;
  if (view.kind === 'unassigned') return row.agent === null;
  return view.kind === 'team' ? row.teamId === view.team : true;
}

/** The instant a view is ordered by, newest first. */
export const orderedBy = (view: View, row: ConversationSummary): string =>
  view.kind === 'resolved' ? (row.resolvedAt ?? row.activityAt) : row.activityAt;

/** Negative when `a` stands above `b`; ties are broken by id, as the server breaks them. */
export function compareRows(view: View, a: ConversationSummary, b: ConversationSummary): number {
  const [left, right] = [orderedBy(view, a), orderedBy(view, b)];
  if (left !== right) return left > right ? -1 : 1;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}
