import type { ServerFrame } from '../../../contract/frames.ts';
import { RequestFailed } from '../http.ts';
import type { LinkEnd } from './link.ts';

type Bye = Extract<ServerFrame, { t: 'bye' }>;

/** What a refused or failed request means for the link. */
export function endAfterRequest(error: unknown): LinkEnd {
  if (!(error instanceof RequestFailed)) return { reason: 'unreachable' };
  if (error.code === 'protocol-too-old') return { reason: 'too-old' };
  if (error.status === 401 && error.code !== 'ticket-invalid') return { reason: 'signed-out' };
  return { reason: 'unreachable', ...(error.retryAfterMs !== undefined && { waitMs: error.retryAfterMs }) };
}

/** What the server's farewell means. A ticket that expired on the way is simply replaced by the next one. */
export function endAfterBye(bye: Bye): LinkEnd {
  if (bye.reason === 'too-old') return { reason: 'too-old' };
  if (bye.reason === 'signed-out') return { reason: 'signed-out' };
  const waitMs = bye.reconnectMs ?? 5_000;
  return { reason: bye.reason === 'draining' ? 'draining' : 'dropped', waitMs };
}
