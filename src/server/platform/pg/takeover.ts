import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { StartupError } from '../startup-error.ts';
import type { Home } from './home.ts';
import { lockConnection, takeLock } from './lock.ts';
import { type Postmaster, pidfile, readPidfile, serves } from './pidfile.ts';
import { stopStranger } from './postmaster.ts';

const stopPatience = 20_000;

/**
 * Takes the lock of a PostgreSQL whose server is gone; null when it does not answer: it is starting, ending or dead.
 * @throws StartupError when a live server owns it
 */
async function claim(found: Postmaster, dataDir: string): Promise<Sql | null> {
  const sql = lockConnection(found.socketFolder);
  const lock = await takeLock(sql).catch(() => null);
  if (lock?.taken === true) return sql;
  await sql.end({ timeout: 1 });
  if (lock === null) return null;
  throw inUse(dataDir, lock.by);
}

/** The refusal of a second server on the same data folder. */
export const inUse = (dataDir: string, by: string): StartupError =>
  new StartupError(
    `The data folder ${dataDir} is already in use by ${by}: stop that server first, or set another DATA_DIR.`,
  );

/**
 * Clears the way for a PostgreSQL of our own. One that a killed server left behind is ended properly; a pidfile whose
 * number now belongs to another program is removed, as PostgreSQL itself would not dare to.
 * @throws StartupError when another live server owns the data folder
 */
export async function takeOver(home: Home, dataDir: string): Promise<void> {
  for (let found = readPidfile(home.cluster); found !== null; found = readPidfile(home.cluster)) {
    const claimed = await claim(found, dataDir);
    if (claimed !== null) {
      // The lock is held until it has ended, so that whoever started it does not think that it won.
      await stopStranger(found.pid, home.cluster, stopPatience);
      await claimed.end({ timeout: 1 });
    } else if (!serves(found.pid, home.cluster)) {
      if (readPidfile(home.cluster)?.pid === found.pid) rmSync(pidfile(home.cluster), { force: true });
      return;
    }
    await wait(50);
  }
}
