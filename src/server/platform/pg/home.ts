import { randomBytes } from 'node:crypto';
import {
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { diskReason } from '../disk.ts';
import { StartupError } from '../startup-error.ts';
import { becoming, canEnter, databaseOwner, type Owner } from './owner.ts';

/** Where the database's files are: a private folder of its own user. */
export interface Home {
  readonly owner: Owner;
  /** Real path of the private folder. */
  readonly path: string;
  /** The cluster's files, below `path`. */
  readonly cluster: string;
}

/** Where root keeps state that another user must reach when the data folder is closed to that user. */
const machineState = '/var/lib/okpay-support-centre';

/** Longest path of a Unix socket that every system takes, without its ending zero (macOS; Linux takes 107). */
const socketPathLimit = 103;

export const socketName = '.s.PGSQL.5432';

function makePrivate(folder: string, owner: Owner): void {
  mkdirSync(folder, { mode: 0o700 });
  if (becoming(owner).uid !== undefined) chownSync(folder, owner.uid, owner.gid);
}

/** Makes a home elsewhere and leaves a link to it in the data folder, so that the data folder still says where all is. */
function makeElsewhere(dataDir: string, link: string, owner: Owner): void {
  mkdirSync(machineState, { recursive: true, mode: 0o755 });
  if (!canEnter(owner, [machineState])) {
    throw new StartupError(
      `PostgreSQL cannot run as root, and the user it would run as can reach neither ${dataDir} nor ${machineState}: set DATA_DIR to a folder that every user may enter.`,
    );
  }
  const place = join(machineState, `${basename(dataDir)}-${randomBytes(4).toString('hex')}`);
  makePrivate(place, owner);
  symlinkSync(place, link);
}

/**
 * Finds or makes the database's folder, `postgres` in the data folder. A data folder that the database's user cannot
 * reach (a checkout below /root) gets a link there instead, to a folder under /var/lib.
 * @throws StartupError when the link leads nowhere, or nothing can be made
 */
export function openHome(dataDir: string): Home {
  const path = join(dataDir, 'postgres');
  const owner = databaseOwner(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const exists = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isLink && !exists) {
    throw new StartupError(
      `The database should be where the link ${path} leads, but there is nothing: bring that folder back, or remove the link to begin with an empty database.`,
    );
  }
  try {
    if (!exists) {
      if (canEnter(owner, [dataDir])) makePrivate(path, owner);
      else makeElsewhere(dataDir, path, owner);
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`The database folder ${path} cannot be made, because ${diskReason(error)}.`);
  }
  const real = realpathSync(path);
  if (!canEnter(owner, [real])) {
    throw new StartupError(
      `The user that runs PostgreSQL (${owner.uid}) cannot reach ${real} any more: open the folders above it.`,
    );
  }
  return { owner, path: real, cluster: join(real, 'cluster') };
}

/** The private folder of the socket: the home itself, or a short one in the system's temporary folder. */
export function socketFolder(home: Home): { path: string; discard(): void } {
  if (Buffer.byteLength(join(home.path, socketName)) <= socketPathLimit)
    return { path: home.path, discard() {} };
  const path = mkdtempSync(join(tmpdir(), 'okpay-'));
  if (becoming(home.owner).uid !== undefined) chownSync(path, home.owner.uid, home.owner.gid);
  return { path, discard: () => rmSync(path, { recursive: true, force: true }) };
}
