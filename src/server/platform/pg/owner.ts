import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartupError } from '../startup-error.ts';

/** The operating-system user PostgreSQL runs as. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Preferred first: a user made for this job, then the one that owns nothing. */
const usualUsers = ['postgres', '_postgres', 'nobody'];

function accounts(): Map<string, Owner> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = lines.map((line) => line.split(':')).filter((parts) => parts.length >= 4);
  return new Map(fields.map(([name, , uid, gid]) => [name ?? '', { uid: Number(uid), gid: Number(gid) }]));
}

/** Whoever owns an existing path; null when there is none. */
function ownerOf(path: string): Owner | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : { uid: found.uid, gid: found.gid };
}

/**
 * Decides who runs the database. PostgreSQL refuses to run as root, so root lends it to whoever already owns
 * `home`, else to an unprivileged user; anybody else runs it as themselves and must own what is there.
 * @throws StartupError when there is nobody to run it
 */
export function databaseOwner(home: string): Owner {
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const existing = ownerOf(home);
  if (me.uid !== 0) {
    if (existing === null || existing.uid === me.uid) return me;
    throw new StartupError(
      `The database folder ${home} belongs to another user (${existing.uid}): start as that user.`,
    );
  }
  if (existing !== null && existing.uid !== 0) return existing;
  const known = accounts();
  const name = usualUsers.find((user) => known.has(user));
  const chosen = name === undefined ? undefined : known.get(name);
  if (chosen !== undefined) return chosen;
  throw new StartupError(
    'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody" to run it as: start the server as an ordinary user, or set DATABASE_URL.',
  );
}

/** Who to become for a child process; nothing when it is who we are already. */
export const becoming = (owner: Owner): { uid?: number; gid?: number } =>
  process.getuid?.() === owner.uid ? {} : { uid: owner.uid, gid: owner.gid };

/** Whether this user may walk to and into every one of these folders. The kernel is asked, so ACLs count too. */
export function canEnter(owner: Owner, folders: string[]): boolean {
  const script = 'for folder; do test -x "$folder" && test -d "$folder" || exit 1; done';
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', ...folders], { cwd: '/', ...becoming(owner) }).status === 0
  );
}

/** Whether this user may run the file. */
export function canRun(owner: Owner, file: string): boolean {
  const script = 'test -r "$1" && test -x "$1"';
  return spawnSync('/bin/sh', ['-c', script, 'sh', file], { cwd: '/', ...becoming(owner) }).status === 0;
}
