import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, type Centre } from '../../src/server/app.ts';
import { endLanes, openLanes } from '../../src/server/log/lanes.ts';
import { systemClock } from '../../src/server/platform/clock.ts';
import { type Config, loadConfig } from '../../src/server/platform/config.ts';
import { folderFileStore } from '../../src/server/platform/files-folder.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import type { Letter } from '../../src/server/platform/mailer.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';

/** One server of the centre, in this process, on a real port and a real database. */
export interface Node extends Centre {
  readonly url: string;
  /** Letters that were sent, oldest first. */
  readonly letters: Letter[];
  stop(): Promise<void>;
}

/** Starts a node on a migrated database; several on one database are one centre. */
export async function startNode(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<Node> {
  const dataDir = mkdtempSync(join(tmpdir(), 'okpay-node-'));
  const settings = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    // Tests ask more from one address than an office does; the limit has tests of its own.
    REQUESTS_PER_SECOND: '100000',
    ...environment,
  };
  const config: { -readonly [K in keyof Config]: Config[K] } = loadConfig(settings);
  const sql = openDatabase(databaseUrl, { max: 6 });
  const logLanes = openLanes(databaseUrl);
  const letters: Letter[] = [];
  const centre = await buildApp({
    config,
    sql,
    logLanes,
    clock: systemClock,
    logger: createLogger(config),
    files: folderFileStore(join(settings.DATA_DIR, 'files')),
    mailer: { send: async (letter) => void letters.push(letter) },
  });
  await centre.app.listen({ host: '127.0.0.1', port: 0 });
  config.port = (centre.app.server.address() as AddressInfo).port;
  return {
    ...centre,
    letters,
    url: `http://127.0.0.1:${config.port}`,
    async stop() {
      await centre.drain();
      await Promise.all([sql.end({ timeout: 1 }), endLanes(logLanes)]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
