import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Written beside its place and flushed, then given its name: whoever reads it reads all of it. */
async function writeOnce(path: string, secret: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
    await link(draft, path);
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

/**
 * A secret that is made once and kept in a file that only this user reads. Nodes that share the folder and make it at the
 * same moment end with the same one. @param make called where there is none yet
 */
export async function keptSecret(path: string, make: () => Promise<string>): Promise<string> {
  const known = await readIfThere(path);
  if (known !== null) return known;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const made = await make();
  try {
    await writeOnce(path, made);
    return made;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return readFile(path, 'utf8');
  }
}
