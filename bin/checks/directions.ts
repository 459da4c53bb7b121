import type { Import, Module } from './read-module.ts';

/** A direction that must never exist: what it is called, and whether this import takes it. */
interface Direction {
  readonly name: string;
  forbids(from: string, imported: Import): boolean;
}

/** Folders of src/server that serve every noun and know none. */
const services = ['platform', 'log', 'realtime'];
/** Rules of their own: without database, clock and environment. */
const pureFolders = ['src/guard', 'src/trust', 'src/mail', 'src/queue', 'src/glossary'];
/** Programs of the browser, which share only src/web/shared. */
const programs = ['chat', 'centre', 'desk', 'launcher'];

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const within = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** The folder of src/server or src/web a path is in; null for files directly in it. */
const folderOf = (path: string, root: string): string | null =>
  within(path, root) ? (path.slice(root.length + 1).match(/^([^/]+)\//)?.[1] ?? null) : null;

const isNoun = (folder: string | null): boolean => folder !== null && !services.includes(folder);
const isStore = (path: string): boolean => /(^|[/-])store\.ts$/.test(path);
const isRoute = (path: string): boolean => /\/routes(\/|\.ts$)/.test(path);
const isPure = (path: string): boolean => /\/decide\.ts$/.test(path) || within(path, ...pureFolders);

/** Modules of Node and packages that reach a database, a clock or the environment. */
const impurePackages =
  /^(postgres|node:(fs|net|http|https|child_process|timers|process|os|worker_threads).*)$/;

const directions: Direction[] = [
  {
    name: 'the contract imports nothing of ours',
    forbids: (from, { to, ours }) => within(from, 'src/contract') && ours && !within(to, 'src/contract'),
  },
  {
    name: 'the browser does not import the server',
    forbids: (from, { to }) => within(from, 'src/web') && within(to, 'src/server'),
  },
  {
    name: 'the server does not import the browser',
    forbids: (from, { to }) => within(from, 'src/server') && within(to, 'src/web'),
  },
  {
    name: 'programs of the browser share src/web/shared and nothing else',
    forbids: (from, { to }) => {
      const [mine, theirs] = [folderOf(from, 'src/web'), folderOf(to, 'src/web')];
      if (theirs === null || theirs === mine || !programs.includes(theirs)) return false;
      return mine !== null;
    },
  },
  {
    name: 'platform, log and realtime know no noun',
    forbids: (from, { to }) =>
      services.includes(folderOf(from, 'src/server') ?? '') && isNoun(folderOf(to, 'src/server')),
  },
  // Browser, server, commands and the simulation of a day run the same rules, so these may know none of them; of the
  // contract they need kinds and languages.
  ...pureFolders.map((folder) => ({
    name: `${folder} imports nothing of ours but the contract`,
    forbids: (from: string, { to, ours }: Import) =>
      within(from, folder) && ours && !within(to, folder, 'src/contract'),
  })),
  {
    name: 'decisions and pure folders reach no database, clock or environment',
    forbids: (from, { to, ours, typeOnly }) => {
      if (!isPure(from) || typeOnly) return false;
      return ours
        ? isStore(to) || services.includes(folderOf(to, 'src/server') ?? '')
        : impurePackages.test(to);
    },
  },
  {
    name: 'a store does not import routes',
    forbids: (from, { to }) => isStore(from) && isRoute(to),
  },
  {
    name: "a noun does not import another noun's store",
    forbids: (from, { to }) => {
      const [mine, theirs] = [folderOf(from, 'src/server'), folderOf(to, 'src/server')];
      return isStore(to) && isNoun(theirs) && mine !== null && mine !== theirs;
    },
  },
  {
    name: 'the product does not import its tests or tools',
    forbids: (from, { to }) => within(from, 'src') && within(to, 'test', 'bin'),
  },
];

/** Beside stores: what connects, what migrates, and the bus that notifies through PostgreSQL without touching a table. */
const speakers = [
  'src/server/platform/pg',
  'src/server/platform/migrate.ts',
  'src/server/realtime/bus-postgres.ts',
];

/** Where SQL may be. */
const maySpeakSql = (path: string): boolean => isStore(path) || within(path, ...speakers);

function badImports({ path, imports }: Module): string[] {
  return imports.flatMap((imported) =>
    directions
      .filter(({ forbids }) => forbids(path, imported))
      .map(({ name }) => `${path}:${imported.line} imports ${imported.to}: ${name}`),
  );
}

function badCode({ path, sql, ambient }: Module): string[] {
  const found: string[] = [];
  if (within(path, 'src') && !maySpeakSql(path)) {
    found.push(...sql.map((line) => `${path}:${line} holds SQL: SQL is in store.ts files and migrations`));
  }
  for (const { what, line } of ambient) {
    if (what === 'process.env' && within(path, 'src') && path !== 'src/server/platform/config.ts') {
      found.push(
        `${path}:${line} reads process.env: the environment is read in src/server/platform/config.ts`,
      );
    } else if (isPure(path)) {
      found.push(`${path}:${line} uses ${what}: pure code is given what it needs`);
    }
  }
  return found;
}

/** Circles of imports that exist at run time, each told once, beginning with its first path by name. */
export function findCycles(modules: Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const finished = new Set<string>();
  const cycles = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      const circle = trail.slice(seenAt);
      const first = circle.indexOf([...circle].sort()[0] ?? '');
      cycles.add([...circle.slice(first), ...circle.slice(0, first), circle[first]].join(' -> '));
      return;
    }
    if (finished.has(path)) return;
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (!typeOnly && byPath.has(to)) visit(to, [...trail, path]);
    }
    finished.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return [...cycles].map((cycle) => `${cycle}: imports go round in a circle`);
}

/** Every rule broken by these modules, one line each. Tests may import and ask what they like. */
export function findViolations(modules: Module[]): string[] {
  const product = modules.filter(({ path }) => !isTest(path));
  return [
    ...product.flatMap((module) => [...badImports(module), ...badCode(module)]),
    ...findCycles(product),
  ];
}
