import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildPages } from '../bin/pages.ts';
import { builtFolder, type EntryName, readEntry } from '../src/server/centre/assets.ts';

beforeAll(async () => {
  if (!existsSync(join(builtFolder, '.vite/manifest.json'))) await buildPages();
}, 120_000);

/** Bytes of script, compressed, that a page has to fetch before this program runs. */
function scriptBytes(name: EntryName): number {
  const entry = readEntry(name);
  if (entry === null) throw new Error(`${name} was not built`);
  const files = [entry.script, ...entry.imports];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(builtFolder, file))).length, 0);
}

test.each<[EntryName, number]>([
  ['centre', 30],
  ['chat', 45],
])('a phone fetches little: %s stays within %i KB of script', (name, kilobytes) => {
  const bytes = scriptBytes(name);
  expect(bytes).toBeGreaterThan(500);
  expect(bytes).toBeLessThanOrEqual(kilobytes * 1024);
});

test.each(['v1.js', 'v1.mjs'])('the launcher costs a host page at most 5 KB: %s', (name) => {
  const script = readFileSync(join(builtFolder, 'launcher', name));
  expect(script.length).toBeGreaterThan(2_000);
  expect(gzipSync(script).length).toBeLessThanOrEqual(5 * 1024);
});

test('no page is locked to the way a phone is held', () => {
  const web = join(import.meta.dirname, '../src/web');
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(10);
  expect(sheets.filter((path) => readFileSync(join(web, path), 'utf8').includes('orientation:'))).toEqual([]);
});
