import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskReason } from '../disk.ts';
import { StartupError } from '../startup-error.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { becoming } from './owner.ts';

/** The one database in the cluster, and its only role. */
export const databaseName = 'support';
export const roleName = 'support';

/** How the folders begin in which a cluster is made. */
const unfinished = 'making-';

/** No more of our own environment than the programs need: it holds secrets. */
export const cleanEnvironment = {
  PATH: process.platform === 'win32' ? '' : '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a program as the database's user to its end. @throws StartupError with its last line when it fails */
function run(home: Home, program: string, args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: home.path, env: cleanEnvironment, ...becoming(home.owner) });
    let output = '';
    const listen = (chunk: Buffer): void => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.stdin.on('error', () => {}).end(input);
    child.on('error', (error) => reject(new StartupError(`${program} cannot be run: ${error.message}.`)));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const lines = output.split('\n').filter((line) => /error|fatal|panic|could not|cannot/i.test(line));
      const why = (lines[0] ?? output.trim()).replace(/^.*(initdb(: error)?|FATAL|PANIC|ERROR): */, '');
      reject(new StartupError(`The database in ${home.path} cannot be made: ${why}.`));
    });
  });
}

/** Makes a cluster with its database in a folder aside, flushes it, and moves it into place: whole or not at all. */
async function makeCluster(home: Home, { initdb, postgres }: Binaries, flush: boolean): Promise<void> {
  const aside = mkdtempSync(join(home.path, unfinished));
  if (becoming(home.owner).uid !== undefined) chownSync(aside, home.owner.uid, home.owner.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // The socket's folder is open to the database's user and root alone: whoever gets that far is let in.
  const access = ['--username', roleName, '--auth=trust', '--no-instructions', '--no-sync'];
  try {
    await run(home, initdb, ['-D', aside, ...locale, ...access]);
    await run(
      home,
      postgres,
      ['--single', '-F', '-D', aside, 'postgres'],
      `create database ${databaseName}\n`,
    );
    if (flush) await run(home, initdb, ['-D', aside, '--sync-only']);
    renameSync(aside, home.cluster);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another server that started at the same moment was faster: its cluster is as good.
    if (!existsSync(home.cluster)) throw error;
  }
}

/** What servers left that were killed while they made a cluster. Now that there is one, nobody needs another. */
function discardUnfinished(home: Home): void {
  for (const name of readdirSync(home.path).filter((entry) => entry.startsWith(unfinished))) {
    rmSync(join(home.path, name), { recursive: true, force: true });
  }
}

function versionOf(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new StartupError(
      `${cluster} is no database, because PG_VERSION cannot be read (${diskReason(error)}): move it away, or bring back what was there.`,
    );
  }
}

/**
 * Makes the cluster if there is none.
 * @throws StartupError when it cannot be made, or when another major version of PostgreSQL wrote it
 */
export async function openCluster(home: Home, binaries: Binaries, flush: boolean): Promise<void> {
  if (!existsSync(home.cluster)) await makeCluster(home, binaries, flush);
  discardUnfinished(home);
  const written = versionOf(home.cluster);
  if (written === binaries.major) return;
  throw new StartupError(
    `The data in ${home.cluster} were written by PostgreSQL ${written} and this version brings ${binaries.major}: dump them with the older version, move the folder away, and load the dump.`,
  );
}
