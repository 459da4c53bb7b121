import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import type { Addresses } from './cast.ts';
import { CuttingProxy } from './proxy.ts';
import type { Random } from './random.ts';
import { ServerProcess } from './server.ts';
import type { Witness } from './witness.ts';

/** Everything a run stands on: a folder, a server with its database, and the two networks in front of it. */
export interface Stage {
  readonly folder: string;
  readonly server: ServerProcess;
  readonly proxies: readonly CuttingProxy[];
  readonly addresses: Addresses;
  /** Past every proxy, for the checks. */
  readonly sql: Sql;
  /** Ends everything in order; `keep` leaves the folder for a look. */
  strike(keep: () => boolean): Promise<void>;
}

/** Frames and heartbeats come faster here than in life, so that a short run sees many of them. */
const settings = { LOG_LEVEL: 'warn', SOCKET_MESSAGES_PER_SECOND: '1000', HEARTBEAT_SECONDS: '3' };

function serverBehind(proxies: readonly CuttingProxy[], folder: string, witness: Witness): ServerProcess {
  const aim = (port: number | null) => {
    for (const proxy of proxies) proxy.target = port;
  };
  const server = new ServerProcess(folder, settings, {
    ready: aim,
    gone: () => aim(null),
    endedByItself: (complaint) => {
      witness.violate('server_failed', `ended by itself: ${complaint}`);
      void server.start();
    },
  });
  return server;
}

export async function setStage(random: Random, witness: Witness): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), `okpay-chaos-${process.pid}-`));
  chmodSync(folder, 0o711);
  const [through, blocking] = [
    new CuttingProxy(random.fork('through')),
    new CuttingProxy(random.fork('blocking'), true),
  ];
  const proxies = [through, blocking];
  const addresses = { open: await through.listen(), withoutSockets: await blocking.listen() };
  const server = serverBehind(proxies, folder, witness);
  await server.start();
  const sql = openDatabase(server.databaseUrl, { max: 2 });
  const strike = async (keep: () => boolean) => {
    const code = await server.stop();
    if (code !== 0) witness.violate('server_failed', `SIGTERM ended it with ${code}`);
    await sql.end({ timeout: 1 });
    await Promise.all(proxies.map((proxy) => proxy.close()));
    if (!keep()) rmSync(folder, { recursive: true, force: true });
  };
  return { folder, server, proxies, addresses, sql, strike };
}
