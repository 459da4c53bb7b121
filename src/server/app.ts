import type { FastifyBaseLogger } from 'fastify';
import type { Sql } from 'postgres';
import { SocketWatch } from './agents/watch-sockets.ts';
import { keepSweepingUploads } from './attachments/sweep-uploads.ts';
import { encode, isForAll } from './conversations/audience.ts';
import { openConversationLog } from './conversations/conversation-log.ts';
import { keepVerifying } from './conversations/keep-verifying.ts';
import { Live } from './conversations/live.ts';
import { receive } from './conversations/socket/handlers.ts';
import { admit } from './conversations/socket/identities.ts';
import { readLog } from './conversations/store.ts';
import type { Deps } from './deps.ts';
import { RecentWords } from './guard/recent-words.ts';
import { keepPublishing } from './help/editing/publish-due.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { FileStore } from './platform/files.ts';
import { type App, createHttp, originAllowed } from './platform/http.ts';
import type { Mailer } from './platform/mailer.ts';
import { keepForgetting } from './questions/forget-old.ts';
import { startHearing } from './questions/hear-answers.ts';
import { QueueKeeper } from './queue/keep-queue.ts';
import { PostgresBus } from './realtime/bus-postgres.ts';
import { Hub } from './realtime/hub.ts';
import { SocketServer } from './realtime/socket-server.ts';
import { registerRoutes } from './routes.ts';
import { startIndexing } from './search/indexing.ts';

export interface Surroundings {
  config: Config;
  /** For reading and everything small. */
  sql: Sql;
  /** For the log alone: see log/lanes.ts. */
  logLanes: readonly Sql[];
  clock: Clock;
  logger: FastifyBaseLogger;
  files: FileStore;
  mailer: Mailer;
}

export interface Centre {
  app: App;
  deps: Deps;
  /** Stops accepting, lets running commits end, tells clients to reconnect. */
  drain(): Promise<void>;
}

/** Spread over this time, so that the clients of a server that restarts do not all come back at once. */
const RECONNECT_WITHIN_MS = 2_000;

/**
 * Lets running requests end, for `patienceMs` at the most. Clients keep connections for a next request: each is closed
 * once nothing runs on it. Browsers also open some in advance; nothing tells these from a request that is on its way.
 */
async function closeHttp({ server, close }: App, patienceMs: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const rest = setTimeout(() => server.closeAllConnections(), patienceMs);
  await close().finally(() => {
    clearInterval(idle);
    clearTimeout(rest);
  });
}

/** Puts the server together on a migrated database. Tests start here too. */
export async function buildApp(surroundings: Surroundings): Promise<Centre> {
  const { config, sql, logLanes, clock, logger, files, mailer } = surroundings;
  const onError = (err: unknown) => logger.error({ err }, 'background work failed');
  const bus = new PostgresBus(sql);
  const hub = new Hub({
    readLog: (id, after, limit) => readLog(sql, id, after, limit),
    encode,
    isForAll,
    onError,
  });
  const log = openConversationLog(logLanes, bus, (growths) => {
    live.committed(growths);
    queue.committed(growths);
  });
  const live = new Live(sql, hub, bus, onError);
  const recentWords = new RecentWords();
  const deps: Deps = { config, sql, clock, logger, log, recentWords, hub, bus, files, mailer };

  const queue = new QueueKeeper(deps, onError);

  const app = await createHttp(config, logger);
  registerRoutes(app, deps, live);
  const watch = new SocketWatch(deps);
  const sockets = new SocketServer(app.server, {
    path: '/api/socket',
    maxFrameBytes: config.socketFrameMaxBytes,
    framesPerSecond: config.socketMessagesPerSecond,
    heartbeatSeconds: config.heartbeatSeconds,
    originAllowed: (origin, host) => originAllowed(origin, host, config),
    admit: (ticket) => admit(deps, ticket),
    joined: (connection) => {
      hub.join(connection);
      watch.changed(connection);
    },
    left: (connection) => {
      hub.leave(connection);
      live.left(connection);
      watch.changed(connection);
    },
    received: (connection, frame) => void receive(deps, live, connection, frame),
    onError,
  });
  await bus.start();
  const indexing = startIndexing(deps, onError);
  const hearing = startHearing(deps, onError);
  const forgetting = keepForgetting(deps, onError);
  const stopSweeping = keepSweepingUploads(deps);
  const publishing = keepPublishing(deps, onError);
  const verifying = keepVerifying(deps, onError);

  const drain = async () => {
    const reconnectMs = () => Math.floor(Math.random() * RECONNECT_WITHIN_MS);
    sockets.drain(reconnectMs);
    hub.drain(reconnectMs);
    const endings: (() => Promise<void>)[] = [
      () => closeHttp(app, config.drainSeconds * 500),
      () => log.drain(),
      async () => sockets.stop(),
      async () => stopSweeping(),
      () => publishing.stop(),
      () => verifying.stop(),
      () => queue.stop(),
      () => indexing.stop(),
      () => hearing.stop(),
      () => forgetting.stop(),
      () => watch.close(),
      () => live.close(),
      () => bus.close(),
    ];
    // A database that is gone must not keep what comes after from ending.
    for (const end of endings) await end().catch(onError);
  };
  return { app, deps, drain };
}
