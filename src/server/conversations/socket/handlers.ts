/** What each frame of a client does. One entry a frame; the same for sockets and long polls. */

import type { z } from 'zod';
import { type ErrorCode, errors } from '../../../contract/errors.ts';
import type { Actor } from '../../../contract/events.ts';
import type { ClientFrame, clientFrames } from '../../../contract/frames.ts';
import { SUBSCRIPTIONS_MAX } from '../../../contract/limits.ts';
import { may, type Permission, type Role } from '../../../contract/roles.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Connection } from '../../realtime/connection.ts';
import { type Named, refusedFrame } from '../../realtime/refused-frame.ts';
import type { Trace } from '../commands.ts';
import type { Outcome } from '../commit.ts';
import { passDoor, type Visitor } from '../door.ts';
import type { Live } from '../live.ts';
import { type NewMessage, postMessage } from '../post-message.ts';
import { loadReceipts } from '../receipts-store.ts';

type FrameOf<T extends keyof typeof clientFrames> = z.infer<(typeof clientFrames)[T]>;
type Handler<T extends keyof typeof clientFrames> = (
  deps: Deps,
  live: Live,
  connection: Connection,
  frame: FrameOf<T>,
) => void | Promise<void>;

const isStaff = (connection: Connection): boolean => connection.identity.party === 'staff';

const staffMay = ({ identity }: Connection, permission: Permission): boolean =>
  identity.party === 'staff' && may(identity.role as Role, permission);

export const visitorOf = (connection: Connection): Visitor =>
  isStaff(connection)
    ? { party: 'staff', mayRead: staffMay(connection, 'conversation.read') }
    : { party: 'customer', id: connection.identity.subjectId };

export function actorOf({ identity }: Connection): Actor {
  return identity.party === 'staff'
    ? { kind: 'agent', id: identity.subjectId, name: identity.name, staffNumber: identity.staffNumber }
    : { kind: 'customer', id: identity.subjectId };
}

const traceOf = ({ identity }: Connection, kind: 'post' | 'note'): Trace => ({
  action: kind === 'post' ? 'message.posted' : 'note.added',
  staffName: identity.fullName,
  ip: identity.ip,
  detail: {},
});

const follows = (connection: Connection, c: string): boolean => connection.following?.has(c) === true;

const sub: Handler<'sub'> = async ({ sql }, { hub }, connection, { c, after }) => {
  if (!follows(connection, c)) {
    if ((connection.following?.size ?? 0) >= SUBSCRIPTIONS_MAX)
      throw new AppError('too-many-requests', { seconds: 1 });
    await passDoor({ sql }, visitorOf(connection), c);
  }
  if (connection.closed) return;
  const caughtUp = hub.follow(connection, c, after);
  // A long poll has to hold what is there before it decides whether to wait for more.
  if (connection.fleeting) await caughtUp;
  await tellReceipts(sql, connection, c);
};

/** Read only now that nothing later can be missed: what both sides had seen while this one was away. */
async function tellReceipts(sql: Deps['sql'], connection: Connection, c: string): Promise<void> {
  const receipts = await loadReceipts(sql, c);
  for (const who of ['customer', 'staff'] as const) {
    const { delivered, read } = receipts[who];
    if (delivered > 0) connection.greet(JSON.stringify({ t: 'seen', c, who, delivered, read }));
  }
}

/**
 * The event itself, with the sender's own id, is the acknowledgement wherever the sender follows the conversation
 * and is up to date. Anyone else - behind, not following, repeating - is told by an `ack`.
 */
const put =
  (kind: 'post' | 'note', permission: Permission) =>
  (deps: Deps, _live: Live, connection: Connection, frame: FrameOf<'post'>): Promise<void> => {
    const { c, id, text, attachments = [], notSecret } = frame;
    if (isStaff(connection) ? !staffMay(connection, permission) : kind === 'note')
      throw new AppError('forbidden');
    if (text.trim() === '' && attachments.length === 0)
      throw new AppError('invalid-input', { fields: 'text' });
    const message: NewMessage = {
      conversationId: c,
      id,
      text,
      attachmentIds: attachments.map((attachment) => attachment.id),
      notSecret,
      actor: actorOf(connection),
      locale: connection.locale,
    };
    if (isStaff(connection)) message.trace = traceOf(connection, kind);
    const post = async () => {
      if (!deps.hub.endSuperseded(connection))
        acknowledge(connection, message, await postMessage(deps, kind, message));
    };
    return follows(connection, c) ? post() : passDoor(deps, visitorOf(connection), c).then(post);
  };

function acknowledge(
  connection: Connection,
  { conversationId: c, id }: NewMessage,
  { seq, at, repeated }: Outcome,
): void {
  const place = connection.following?.get(c);
  const sawIt = !repeated && place !== undefined && !place.reading && place.upTo >= seq;
  if (!sawIt) connection.send(JSON.stringify({ t: 'ack', c, id, seq, at }));
}

/** The turn of a long poll that carries these follows nothing itself: it passes the door instead. */
const mayTellOf = async ({ sql }: Deps, connection: Connection, c: string): Promise<boolean> => {
  if (follows(connection, c)) return true;
  if (!connection.fleeting) return false;
  await passDoor({ sql }, visitorOf(connection), c);
  return true;
};

const typing: Handler<'typing'> = async (deps, { bus }, connection, { c, on }) => {
  if (!(await mayTellOf(deps, connection, c))) return;
  const { subjectId: id, name } = connection.identity;
  bus.publish({
    kind: 'typing',
    c,
    who: isStaff(connection) ? { kind: 'agent', id, name } : { kind: 'customer', id },
    on,
  });
};

const seen: Handler<'seen'> = async (deps, { receipts }, connection, { c, delivered, read }) => {
  if (!(await mayTellOf(deps, connection, c))) return;
  receipts.add({ conversationId: c, party: isStaff(connection) ? 'staff' : 'customer', delivered, read });
};

const viewing: Handler<'viewing'> = async ({ sql }, live, connection, { c }) => {
  if (!isStaff(connection)) return;
  // After a reconnect this comes right behind its `sub`, which may still be at the door.
  if (c !== null && !follows(connection, c)) await passDoor({ sql }, visitorOf(connection), c);
  if (!connection.closed) live.view(connection, c);
};

const inbox: Handler<'inbox'> = async (_deps, { feed }, connection, { on }) => {
  if (!staffMay(connection, 'conversation.read')) throw new AppError('forbidden');
  if (on) await feed.watch(connection);
  else connection.watchesInbox = false;
};

const handlers: { [T in keyof typeof clientFrames]: Handler<T> } = {
  hello: () => undefined,
  sub,
  unsub: (_deps, { hub }, connection, { c }) => hub.unfollow(connection, c),
  post: put('post', 'conversation.reply'),
  note: (deps, live, connection, frame) =>
    put('note', 'conversation.note')(deps, live, connection, { ...frame, t: 'post' }),
  typing,
  seen,
  viewing,
  inbox,
  ping: (_deps, _live, connection, { n }) =>
    connection.send(n === undefined ? '{"t":"pong"}' : `{"t":"pong","n":${n}}`),
};

/** Handles one frame; a refusal is answered, with the names in the frame so that the client knows what it was about. */
export function receive(
  deps: Deps,
  live: Live,
  connection: Connection,
  frame: ClientFrame,
): void | Promise<void> {
  const refuse = (error: unknown) => connection.send(refusalFor(deps, connection, frame, error));
  try {
    const handler = handlers[frame.t] as Handler<'ping'>;
    return handler(deps, live, connection, frame as FrameOf<'ping'>)?.catch(refuse);
  } catch (error) {
    refuse(error);
  }
}

function refusalFor(deps: Deps, { locale }: Connection, frame: ClientFrame, error: unknown): string {
  const known = error instanceof AppError;
  if (!known) deps.logger.error({ err: error, frame: frame.t }, 'a frame failed');
  const code: ErrorCode = known ? error.code : 'unavailable';
  const waitMs = errors[code].status >= 500 ? 1000 : 0;
  return refusedFrame(code, locale, frame as Named, waitMs, known ? error.values : {});
}
