import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from './support/database.ts';
import { startNode } from './support/node.ts';

test('every door is limited for each address, and says how long to wait', async () => {
  const database = await createTestDatabase();
  const node = await startNode(database.url, { REQUESTS_PER_SECOND: '1', TRUST_PROXY: 'loopback' });
  onTestFinished(async () => {
    await node.stop();
    await database.drop();
  });
  const ask = (path: string, address: string) =>
    fetch(node.url + path, {
      headers: { accept: path.startsWith('/api') ? '*/*' : 'text/html', 'x-forwarded-for': address },
    });
  const doors = ['/', '/help?q=card', '/api/brand', '/check?q=okpay.example', '/launcher/preview'];
  const first = await Promise.all([...doors, ...doors].map((path) => ask(path, '203.0.113.7')));
  expect(first.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));

  const page = await ask('/help?q=card', '203.0.113.7');
  expect(page.status).toBe(429);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  const api = await ask('/api/help/search?q=card', '203.0.113.7');
  expect([api.status, await api.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
  expect((await ask('/assets/nothing.js', '203.0.113.7')).status).toBe(404);
  expect((await ask('/', '203.0.113.8')).status).toBe(200);
});
