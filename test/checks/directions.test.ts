import { describe, expect, test } from 'vitest';
import { findViolations } from '../../bin/checks/directions.ts';
import { readModule } from '../../bin/checks/read-module.ts';

/** The rules broken by these files, given as path and text. */
const check = (files: Record<string, string>): string[] =>
  findViolations(Object.entries(files).map(([path, code]) => readModule(path, code)));

describe('the check of directions', () => {
  test.each([
    ['src/contract/a.ts', "import { x } from '../server/x.ts';"],
    ['src/contract/a.ts', "import type { x } from '../web/x.ts';"],
    ['src/web/desk/a.tsx', "import { x } from '../../server/help/x.ts';"],
    ['src/web/desk/a.tsx', "import type { X } from '../../server/help/x.ts';"],
    ['src/web/desk/a.tsx', "type X = import('../../server/help/x.ts').X;"],
    ['src/server/help/a.ts', "export { x } from '../../web/desk/x.ts';"],
    ['src/web/centre/a.ts', "const chat = () => import('../chat/main.tsx');"],
    ['src/web/shared/a.ts', "import { x } from '../desk/x.ts';"],
    ['src/server/platform/a.ts', "import { x } from '../help/x.ts';"],
    ['src/server/realtime/a.ts', "import type { X } from '../conversations/x.ts';"],
    ['src/server/conversations/decide.ts', "import { x } from './store.ts';"],
    ['src/server/conversations/decide.ts', "import { x } from '../platform/clock.ts';"],
    ['src/guard/mask.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/guard/mask.ts', 'export const at = () => Date.now();'],
    ['src/guard/mask.ts', "import { x } from '../server/help/x.ts';"],
    ['src/guard/mask.ts', "import { x } from '../web/shared/x.ts';"],
    ['src/server/conversations/decide.ts', 'export const at = () => new Date();'],
    ['src/server/help/store.ts', "import { x } from './routes/x.ts';"],
    ['src/server/help/a.ts', "import { x } from '../customers/store.ts';"],
    ['src/server/help/a.ts', "import { x } from '../customers/claim-store.ts';"],
    ['src/server/help/routes/a.ts', 'export const f = (sql) => sql`delete from articles`;'],
    ['src/server/help/a.ts', "export const f = (db) => db.unsafe('delete from articles');"],
    ['src/server/help/a.ts', 'export const home = process.env.HOME;'],
    ['src/server/help/a.ts', "import { x } from '../../../test/support/x.ts';"],
  ])('stops %s with %s', (path, code) => {
    expect(check({ [path]: code })).toEqual([expect.stringContaining(path)]);
  });

  test.each([
    ['src/contract/a.ts', "import { z } from 'zod'; import { x } from './x.ts';"],
    ['src/web/chat/a.ts', "import { x } from '../../guard/x.ts';"],
    ['src/server/guard/inspect.ts', "import { x } from '../../guard/x.ts';"],
    ['src/web/centre/a.ts', "import { x } from '../shared/x.ts'; import { y } from '../../contract/y.ts';"],
    ['src/server/help/a.ts', "import { x } from './store.ts'; import { y } from '../customers/identify.ts';"],
    ['src/server/help/store.ts', 'export const f = (sql) => sql`select 1`;'],
    ['src/server/platform/config.ts', 'export const home = process.env.HOME;'],
    ['src/server/help/a.ts', 'const f = (now: Date) => new Date(now); // process.env, sql`select 1`'],
    ['src/server/help/a.test.ts', "import { x } from '../../../test/support/x.ts';"],
  ])('lets %s pass with %s', (path, code) => {
    expect(check({ [path]: code })).toEqual([]);
  });

  test('finds circles of any length, but not of types alone', () => {
    const circle = {
      'src/a.ts': "import './b.ts';",
      'src/b.ts': "import './c.ts';",
      'src/c.ts': "import './a.ts';",
    };
    expect(check(circle)).toEqual([
      'src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts: imports go round in a circle',
    ]);
    expect(check({ ...circle, 'src/c.ts': "import type { A } from './a.ts';" })).toEqual([]);
  });

  test('does not let through what it cannot read', () => {
    expect(() => readModule('src/a.ts', 'import { from')).toThrow('src/a.ts');
  });
});
