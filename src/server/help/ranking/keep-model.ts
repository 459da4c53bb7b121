import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Model, Rankable } from './model.ts';

/** The digest of the code that learns, lexicons included: what another version of it learned is learned anew. */
const method = (() => {
  const digest = createHash('sha256');
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(?<!\.test)\.ts$/.test(name)).sort())
    digest.update(`${file}\0`).update(readFileSync(join(import.meta.dirname, file)));
  return digest.digest('hex');
})();

/** Names the model of these articles: the same articles in any order have the same name. */
function fileOf(articles: readonly Rankable[]): string {
  const digest = createHash('sha256').update(method);
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, title, similar, keywords, answer, body, urgency } of sorted)
    digest.update(JSON.stringify([id, title, similar, keywords, answer, body, urgency ?? null]));
  return `${digest.digest('hex')}.model`;
}

/** The model of these articles as one of the folders keeps it; null when none does. */
export async function keptModel(
  folders: readonly string[],
  articles: readonly Rankable[],
): Promise<Model | null> {
  const file = fileOf(articles);
  for (const folder of folders) {
    try {
      return deserialize(inflateRawSync(await readFile(join(folder, file)))) as Model;
    } catch {
      // Not there, or damaged: it is looked for elsewhere, and learned again at last.
    }
  }
  return null;
}

/** Whether a folder keeps the model of these articles. */
export const keepsModel = (folder: string, articles: readonly Rankable[]): Promise<boolean> =>
  stat(join(folder, fileOf(articles))).then(
    () => true,
    () => false,
  );

/** Keeps a model, and removes those before it. It is written beside and renamed: a reader finds it whole or not at all. */
export async function keepModel(folder: string, articles: readonly Rankable[], model: Model): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = fileOf(articles);
  const draft = join(folder, `${file}.${process.pid}`);
  await writeFile(draft, deflateRawSync(serialize(model)));
  await rename(draft, join(folder, file));
  const old = (await readdir(folder)).filter((other) => other.endsWith('.model') && other !== file);
  await Promise.all(old.map((other) => rm(join(folder, other), { force: true })));
}
