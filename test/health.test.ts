import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from './support/database.ts';
import { startNode } from './support/node.ts';

test('a server says that it lives, and whether people can be sent to it', async () => {
  const database = await createTestDatabase();
  const node = await startNode(database.url);
  onTestFinished(() => node.stop().catch(() => undefined));
  const ask = async (path: string) => {
    const answer = await fetch(node.url + path);
    return [answer.status, await answer.json(), answer.headers.get('cache-control')];
  };
  expect(await ask('/healthz')).toEqual([200, { alive: true }, 'no-store']);
  expect(await ask('/readyz')).toEqual([200, { ready: true, reasons: [] }, 'no-store']);
  await database.drop();
  const gone = { ready: false, reasons: ['database: does not answer'] };
  expect(await ask('/readyz')).toEqual([503, gone, 'no-store']);
  expect(await ask('/healthz')).toEqual([200, { alive: true }, 'no-store']);
}, 30_000);
