import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'dist/web');
const stampName = '.built-from';

/** What the pages are made of. Tests and the server may change without a new build. */
const sources = [
  'src/web',
  'src/guard',
  'src/trust',
  'src/glossary',
  'src/contract',
  'vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** One digest of every source, names included. */
function digestSources(): string {
  const digest = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(root, source))).sort()) {
    digest
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return digest.digest('hex');
}

const builtFrom = (): string =>
  existsSync(join(target, stampName)) ? readFileSync(join(target, stampName), 'utf8') : 'nothing';

/** Whether the pages were built from exactly the sources there are now. */
export const pagesAreCurrent = (): boolean => builtFrom() === digestSources();

/** Puts a finished build in the place of the last one: a server in between finds one or the other. */
function putInPlace(finished: string): void {
  const old = `${target}.old.${process.pid}`;
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(finished, target);
  rmSync(old, { recursive: true, force: true });
}

/** The launcher stands on pages of other people: each of its scripts is one file that needs no other. */
async function buildLauncher(pages: string): Promise<void> {
  const { build } = await import('vite');
  const outDir = join(pages, 'launcher');
  const scripts = [
    { entry: 'script.ts', format: 'iife', file: 'v1.js' },
    { entry: 'module.ts', format: 'es', file: 'v1.mjs' },
  ] as const;
  for (const { entry, format, file } of scripts)
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        minify: true,
        reportCompressedSize: false,
        lib: {
          entry: join(root, 'src/web/launcher', entry),
          formats: [format],
          name: 'okpaySupport',
          fileName: () => file,
        },
      },
    });
  writeFileSync(join(outDir, 'v1.d.ts'), launcherTypes());
}

/** What the module exports, for editors: the interface as it is written, and the one function. */
function launcherTypes(): string {
  const api = readFileSync(join(root, 'src/web/launcher/api.ts'), 'utf8');
  const launch = readFileSync(join(root, 'src/web/launcher/module.ts'), 'utf8');
  const [comment = ''] = /\/\*\* Puts the entry[^\n]*/.exec(launch) ?? [];
  return `${api}\n${comment}\nexport declare function launch(options?: LaunchOptions): SupportCentre;\n`;
}

/** Builds the pages unless they were built from exactly these sources. Returns whether there was anything to do. */
export async function buildPages(): Promise<boolean> {
  const digest = digestSources();
  if (builtFrom() === digest) return false;
  const { build } = await import('vite');
  const outDir = join(root, `dist/web.new.${process.pid}`);
  try {
    await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
    await buildLauncher(outDir);
    writeFileSync(join(outDir, stampName), digest);
    putInPlace(outDir);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  return true;
}
