import type { ClientFrame, Line, ServerFrame } from '../../../contract/frames.ts';
import type { Seq } from './subscriptions.ts';

/** Where this page is allowed in: the customer's side or the desk. */
export type Side = 'my' | 'desk';

/** What a link needs from outside, so that tests can bring their own. */
export interface LinkContext {
  readonly side: Side;
  /** Origin and path prefix of the server, without a slash at the end; '' for the page's own. */
  readonly base: string;
  readonly locale: () => string;
  /** A number for the line that is opened, greater than those before; and the page, the same for all of them. */
  readonly nextLine: () => Line;
  readonly fetch: typeof fetch;
  readonly WebSocket: typeof WebSocket;
  /** What is followed now and how far it is held. */
  readonly positions: () => { c: string; after: Seq }[];
  /** Frames that describe how things stand (`inbox`, `viewing`), latest of each. */
  readonly standing: () => ClientFrame[];
}

/** Why a link ended. `blocked`: the server answers, but its socket does not open. */
export interface LinkEnd {
  readonly reason: 'unreachable' | 'blocked' | 'dropped' | 'draining' | 'signed-out' | 'too-old';
  /** Least time before the next try, as the server asked. */
  readonly waitMs?: number;
}

export interface LinkEvents {
  /** The server lets us in; called once. */
  opened(): void;
  frame(frame: ServerFrame): void;
  /** Called once, last. Not called after `close`. */
  ended(end: LinkEnd): void;
}

/** One session with the server, over a socket or over long polling; never reopened. */
export interface Link {
  readonly via: 'socket' | 'poll';
  /** Hands a frame over; false when the link is not open. True is no promise of arrival: what matters is acknowledged. */
  send(frame: ClientFrame): boolean;
  /** Subscriptions or standing frames changed. */
  refresh(): void;
  /** Finds out soon whether the other side is still there; used after sleep. */
  probe(): void;
  close(): void;
}

/** `/api/my/...` or `/api/desk/...` */
export const apiUrl = (context: Pick<LinkContext, 'base' | 'side'>, path: string): string =>
  `${context.base}/api/${context.side}/${path}`;
