import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { App } from '../platform/http.ts';

/** Where `npm run build` leaves the pages. */
export const builtFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** The browser programs that are built; each is one folder of src/web. */
const sources = {
  centre: 'src/web/centre/main.ts',
  chat: 'src/web/chat/main.tsx',
  desk: 'src/web/desk/main.tsx',
} as const;
export type EntryName = keyof typeof sources;

/** The addresses of a built program: its module, its style sheets, and the modules it imports at once. */
export interface Entry {
  script: string;
  styles: string[];
  imports: string[];
}

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}
type Manifest = Record<string, Chunk>;

/** Chunks reached from `key` by static imports, each once, `key` itself first. */
function reachable(manifest: Manifest, key: string, seen = new Map<string, Chunk>()): Map<string, Chunk> {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(key)) return seen;
  seen.set(key, chunk);
  for (const next of chunk.imports ?? []) reachable(manifest, next, seen);
  return seen;
}

/** Looks an entry up in a Vite manifest; null when it was not built. */
export function entryOf(manifest: Manifest, name: EntryName): Entry | null {
  const chunks = [...reachable(manifest, sources[name]).values()];
  const [main, ...rest] = chunks;
  if (main === undefined) return null;
  const styles = new Set(chunks.flatMap((chunk) => chunk.css ?? []).map((file) => `/${file}`));
  return { script: `/${main.file}`, styles: [...styles], imports: rest.map((chunk) => `/${chunk.file}`) };
}

let cached: { modified: number; manifest: Manifest } | null = null;

/** The built program's addresses, or null before a build: pages are readable without it. Follows a rebuild. */
export function readEntry(name: EntryName, folder = builtFolder): Entry | null {
  const path = join(folder, '.vite/manifest.json');
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return null;
  if (cached?.modified !== modified) {
    cached = { modified, manifest: JSON.parse(readFileSync(path, 'utf8')) as Manifest };
  }
  return entryOf(cached.manifest, name);
}

/** Serves /assets/*: names carry a hash of the content, so a browser keeps them for a year and never asks again. */
export async function registerAssets(app: App, folder = builtFolder): Promise<void> {
  const root = join(folder, 'assets');
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
}
