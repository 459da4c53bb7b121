import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from './startup-error.ts';

const megabyte = 1024 * 1024;

const reasons: Record<string, string> = {
  EROFS: 'its disk is read-only',
  EACCES: 'this user has no right to write there',
  EPERM: 'this user has no right to write there',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk quota is used up',
  ENOTDIR: 'a part of that path is a file',
  EEXIST: 'there is a file of that name',
};

/** What the operating system's code means, in words that follow "because". */
export const diskReason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};

/** Writes a little and removes it again. */
function probe(folder: string): void {
  const file = join(folder, `.probe-${process.pid}`);
  try {
    writeFileSync(file, Buffer.alloc(4096));
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Makes the data folder if it is missing and proves that it can be written to, with `atLeastMegabytes` to spare.
 * Folders made here are open to walking through, not to listing: the database's own user must pass.
 * @throws StartupError when the disk is full, read-only or not ours to write
 */
export function openDataFolder(folder: string, atLeastMegabytes: number): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    probe(folder);
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be written to, because ${diskReason(error)}.`);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  if (free < atLeastMegabytes) {
    throw new StartupError(
      `The disk of the data folder ${folder} has ${free} MB free; at least ${atLeastMegabytes} MB are needed.`,
    );
  }
}
