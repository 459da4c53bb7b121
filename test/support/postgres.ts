import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/server/platform/migrate.ts';
import { startEmbedded } from '../../src/server/platform/pg/embedded.ts';
import { openDatabase } from '../../src/server/platform/pg/open.ts';

const prefix = 'okpay-test-';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Ends what runs that were killed left behind: their PostgreSQL lives on without anybody to stop it. */
async function reapAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const dataDir = join(tmpdir(), name);
    await startEmbedded({ dataDir, fsync: false })
      .then((database) => database.stop())
      .catch(() => {});
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A folder for one run, which the database's own user can reach. */
function runFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** Name of the database that has every migration and no rows. */
export const templateName = 'template_migrated';

/** A PostgreSQL for tests: nothing is flushed to disk, and nothing is left when it stops. */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  await reapAbandoned();
  const dataDir = runFolder();
  const embedded = await startEmbedded({ dataDir, fsync: false });
  const server = openDatabase(embedded.url, { max: 1 });
  await server.unsafe(`create database ${templateName}`);
  await server.end();
  const template = openDatabase(databaseAddress(embedded.url, templateName), { max: 1 });
  await migrate(template);
  await template.end();
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address of another database on the same server. */
export function databaseAddress(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
