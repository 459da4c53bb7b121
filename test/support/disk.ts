import { execFileSync, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './folder.ts';

/** A disk of its own of this size (`400m`); null where this process may not mount one. */
export function mountDisk(size: string): string | null {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}
