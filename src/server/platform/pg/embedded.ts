import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDataFolder } from '../disk.ts';
import { StartupError } from '../startup-error.ts';
import { socketAddress } from './address.ts';
import { findBinaries } from './binaries.ts';
import { databaseName, openCluster, roleName } from './cluster.ts';
import { openHome, socketFolder } from './home.ts';
import { Keeper } from './keeper.ts';
import { type Running, StartFailed, startPostmaster, type TellLine } from './postmaster.ts';
import { takeOver } from './takeover.ts';

/** What the embedded database needs to know, and whom it tells. */
export interface EmbeddedOptions {
  /** Absolute path of the data folder; made if missing. */
  readonly dataDir: string;
  /** false only in tests: commits are then not flushed to disk. */
  readonly fsync?: boolean;
  /** Receives PostgreSQL's own log, line by line. */
  readonly tell?: TellLine;
  /** Called when the data folder is lost to another server: nothing is left but to end. */
  readonly onLost?: (reason: StartupError) => void;
}

/** A PostgreSQL of our own, kept running until it is stopped. */
export interface Embedded {
  /** Address for `openDatabase`; a Unix socket in a private folder, so there is neither a port nor a password. */
  readonly url: string;
  /** Ends it properly, within ten seconds; the data are safe either way. */
  stop(): Promise<void>;
  /** Ends it without warning, as a crash would; it comes back by itself. For tests and drills. */
  crash(): void;
}

/** First start: the cluster, its write-ahead log and room to live. Later: one segment of the log and some. */
const neededMegabytes = { first: 200, later: 40 };

/** PostgreSQL says these while a predecessor is still ending; they pass. */
const passes = (error: unknown): boolean =>
  error instanceof StartFailed && /lock file|shared memory block/.test(error.message);

const patientAttempts = 100;

async function patiently(start: () => Promise<Running>): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (!passes(error) || attempt === patientAttempts) throw error;
      await wait(100);
    }
  }
}

/**
 * Starts PostgreSQL on the data folder: makes it the first time, takes over what a killed server left running.
 * @throws StartupError with one sentence when that cannot be
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, fsync = true, tell = () => {}, onLost = () => {} } = options;
  if (process.platform === 'win32') {
    throw new StartupError(
      'The database that comes with the server runs on Linux and macOS: set DATABASE_URL.',
    );
  }
  const isFirst = !existsSync(join(dataDir, 'postgres'));
  openDataFolder(dataDir, isFirst ? neededMegabytes.first : neededMegabytes.later);
  const home = openHome(dataDir);
  const binaries = findBinaries(home);
  await openCluster(home, binaries, fsync);
  const socket = socketFolder(home);
  const start = async (): Promise<Running> => {
    await takeOver(home, dataDir);
    return startPostmaster(home, binaries, socket.path, fsync, tell);
  };
  const keeper = new Keeper({
    dataDir,
    socketFolder: socket.path,
    start: () => patiently(start),
    tell,
    onLost,
  });
  try {
    await keeper.begin();
  } catch (error) {
    await keeper.stop();
    socket.discard();
    if (!(error instanceof StartFailed)) throw error;
    throw new StartupError(`The database in ${home.path} does not start: ${error.message}.`);
  }
  return {
    url: socketAddress(socket.path, databaseName, roleName),
    crash: () => keeper.crash(),
    async stop() {
      await keeper.stop();
      socket.discard();
    },
  };
}
