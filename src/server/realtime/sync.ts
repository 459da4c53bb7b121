/** One turn of the long poll: the fallback where WebSockets are blocked, with the same frames and the same guarantees. */
import type { ClientFrame, SyncRequest } from '../../contract/frames.ts';
import { PROTOCOL_VERSION } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Connection, Identity } from './connection.ts';
import type { Hub } from './hub.ts';
import { PollConnection } from './poll-connection.ts';
import { type Named, refusedFrame } from './refused-frame.ts';
import { byeFrame } from './socket-connection.ts';

export interface SyncPorts {
  hub: Hub;
  receive(connection: Connection, frame: ClientFrame): void | Promise<void>;
  /** Counts one more frame of this client: 0 when it may be handled, else how many milliseconds to wait. */
  take(identity: Identity): number;
  left(connection: Connection): void;
}

/** What every turn begins with - where the reader stands, who looks on, the counters - is not worth ending the wait for. */
const isNews = (frame: string): boolean =>
  !(frame.startsWith('{"t":"events"') && frame.endsWith('"events":[]}')) &&
  !frame.startsWith('{"t":"viewers"') &&
  !frame.startsWith('{"t":"counters"');

/**
 * Does what the frames say, then waits for news of the conversations followed. Answers JSON text.
 * @param aborted resolves when the client went away
 */
export async function sync(
  ports: SyncPorts,
  identity: Identity,
  locale: Locale,
  request: SyncRequest,
  aborted: Promise<void>,
): Promise<string> {
  if (request.v !== PROTOCOL_VERSION) return `{"frames":[${byeFrame('too-old', null)}]}`;
  const connection = new PollConnection(identity, locale, request.line ?? null);
  ports.hub.join(connection);
  void aborted.then(() => connection.finish());
  try {
    for (const { c, after } of request.subscriptions) await ports.receive(connection, { t: 'sub', c, after });
    if (request.viewing !== undefined) await ports.receive(connection, { t: 'viewing', c: request.viewing });
    for (const frame of request.frames ?? []) {
      const waitMs = ports.take(identity);
      if (waitMs > 0) connection.send(refusedFrame('too-many-requests', locale, frame as Named, waitMs));
      else await ports.receive(connection, frame);
    }
    if (request.inbox === true) await ports.receive(connection, { t: 'inbox', on: true });
    const frames = await connection.answer(request.waitMs, (gathered) => gathered.some(isNews));
    return `{"frames":[${frames.join(',')}]}`;
  } finally {
    connection.finish();
    ports.hub.leave(connection);
    ports.left(connection);
  }
}
