import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Model, Rankable } from './model.ts';

/** Raised by every change of what a model is or how it is learned; a model of another format is learned anew. */
const FORMAT = 2;

/** Names the model of these articles: the same articles in any order have the same name. */
function nameOf(articles: readonly Rankable[]): string {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const words = sorted.map(({ id, title, similar, keywords, answer, body, urgency }) => [
    id,
    title,
    similar,
    keywords,
    answer,
    body,
    urgency ?? null,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, words]))
    .digest('hex');
}

const fileOf = (articles: readonly Rankable[]): string => `${nameOf(articles)}.model`;

/** The model of these articles as it was kept in `folder`; null when there is none. */
export async function keptModel(folder: string, articles: readonly Rankable[]): Promise<Model | null> {
  try {
    return deserialize(inflateRawSync(await readFile(join(folder, fileOf(articles))))) as Model;
  } catch {
    // Not there, or damaged: it is learned again.
    return null;
  }
}

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
