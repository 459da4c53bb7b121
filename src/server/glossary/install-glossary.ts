import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ISql } from 'postgres';
import { z } from 'zod';
import { TermWords } from '../../contract/glossary.ts';
import { Slug } from '../../contract/help.ts';
import { refuseSecrets } from '../guard/refuse-secrets.ts';
import { contentFolder } from '../help/read-content.ts';
import { insertIfMissing, readRevision } from './store.ts';

const { 'zh-CN': zh, en } = TermWords.shape;
const StarterTerms = z.array(z.object({ id: Slug, zh, en }));

/** Fills an empty glossary with the terms of the content folder; one with any term, archived or not, stays as it is. */
export async function installGlossary(sql: ISql, now: Date, folder = contentFolder): Promise<void> {
  if ((await readRevision(sql)) !== '0') return;
  const terms = StarterTerms.parse(JSON.parse(await readFile(join(folder, 'glossary.json'), 'utf8')));
  for (const { id, zh, en } of terms) {
    const words = refuseSecrets({ 'zh-CN': zh, en }, { sureOnly: true });
    await insertIfMissing(sql, { id, words }, now);
  }
}
