import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Files of the project that git knows or would add, whose path from the root matches. */
export function listFiles(pattern: RegExp): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const removed = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' });
  const gone = new Set(removed.split('\0'));
  return listed.split('\0').filter((path) => pattern.test(path) && !gone.has(path));
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Ends a check: tells what it found, and fails when it found anything. */
export function conclude(problems: string[], allWell: string): void {
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(allWell);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
