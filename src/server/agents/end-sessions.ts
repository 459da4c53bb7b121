import type { Deps } from '../deps.ts';

/**
 * Tells every node that these sessions are over, so that their sockets close at once. Called after the commit; a
 * notice that is lost is made up for by the sweep (`liveSessions`).
 */
export function announceEnded({ bus }: Pick<Deps, 'bus'>, sessionIds: string[]): void {
  if (sessionIds.length > 0) bus.publish({ kind: 'session-ended', sessionIds });
}
