import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';
import type { Home } from './home.ts';
import { lockConnection, takeLock } from './lock.ts';
import { type Postmaster, pidfile, readPidfile, serves } from './pidfile.ts';
import { stopStranger } from './postmaster.ts';

const stopPatience = 20_000;

/** Whether its server is gone. @throws StartupError when a live server owns it */
async function isAbandoned(found: Postmaster, dataDir: string): Promise<boolean> {
  const sql = lockConnection(found.socketFolder);
  try {
    const lock = await takeLock(sql);
    if (lock.taken) return true;
    throw inUse(dataDir, lock.by);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    return false; // starting up, shutting down, or dead: the caller looks again
  } finally {
    await sql.end({ timeout: 1 });
  }
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
    if (await isAbandoned(found, dataDir)) {
      await stopStranger(found.pid, home.cluster, stopPatience);
    } else if (!serves(found.pid, home.cluster)) {
      if (readPidfile(home.cluster)?.pid === found.pid) rmSync(pidfile(home.cluster), { force: true });
      return;
    }
    await wait(50);
  }
}
