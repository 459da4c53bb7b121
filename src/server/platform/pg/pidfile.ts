import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes into postmaster.pid about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  /** It takes connections. */
  readonly ready: boolean;
}

export const pidfile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The postmaster that says it serves this cluster; null when none does. It may be long dead. */
export function readPidfile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(pidfile(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * Whether this process is a PostgreSQL that serves this cluster. Numbers are given out again: the process of an old
 * pidfile may by now be anything, and must then be neither waited for nor stopped.
 */
export function serves(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform === 'linux') return workingFolder(pid) === realpathSync(cluster);
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
}
