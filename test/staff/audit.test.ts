import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, type Cast, type Person, startCast } from './cast.ts';

let cast: Cast;
let admin: Person;
beforeAll(async () => {
  cast = await startCast();
  admin = await arrive(cast, 'admin', '198.51.100.9');
});
afterAll(() => cast.close());

const url = '/api/desk/admin/audit';
const list = async (query: string) => (await admin.browser.get(`${url}?${query}`)).body;

test('who, what, when and from where', async () => {
  const before = Date.now();
  const team = (await admin.browser.post('/api/desk/admin/teams', { name: 'Seen' })).body;
  const { rows } = await list('action=team.created');
  expect(rows[0]).toMatchObject({
    staffId: admin.id,
    staffName: admin.name,
    action: 'team.created',
    subject: { kind: 'team', id: team.id },
    detail: { name: 'Seen' },
    ip: '198.51.100.9',
  });
  expect(Math.abs(Date.parse(rows[0].at) - before)).toBeLessThan(5_000);
});

test('a change that fails leaves no line', async () => {
  const { rows } = await list('limit=1');
  expect((await admin.browser.post('/api/desk/admin/teams', { name: 'Seen' })).status).toBe(409);
  expect((await list('limit=1')).rows).toEqual(rows);
});

test('pages follow one another without gap or repetition, whatever is added meanwhile', async () => {
  for (let i = 0; i < 7; i += 1) await admin.browser.put('/api/desk/me/presence', { presence: 'online' });
  const all = (await list('action=presence.set&limit=200')).rows;
  expect(all).toHaveLength(7);
  const seen: unknown[] = [];
  let cursor = '';
  do {
    const page = await list(`action=presence.set&limit=3${cursor}`);
    seen.push(...page.rows);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
    await admin.browser.put('/api/desk/me/presence', { presence: 'busy' });
  } while (cursor !== '');
  expect(seen).toEqual(all);
});

test('filters: who, what, about what, when', async () => {
  const other = await arrive(cast, 'supervisor');
  await other.browser.put('/api/desk/me/presence', { presence: 'away' });
  const theirs = (await list(`staff=${other.id}`)).rows;
  expect(theirs.map(({ action }: { action: string }) => action)).toEqual(['presence.set', 'session.started']);
  expect((await list(`staff=${other.id}&kind=session`)).rows).toHaveLength(1);
  expect((await list(`kind=staff&subject=${other.id}`)).rows).toHaveLength(1);
  const at = encodeURIComponent(theirs[0].at);
  expect((await list(`staff=${other.id}&from=${at}`)).rows).toHaveLength(1);
  expect((await list(`to=2020-01-01T00:00:00Z`)).rows).toEqual([]);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=1000', 'limit'],
  ['cursor=x', 'cursor'],
  ['cursor=99999999999999999999', 'cursor'],
  ['staff=me', 'staff'],
  ['action=everything', 'action'],
  ['from=yesterday', 'from'],
  ['subject=%00', 'subject'],
])('%s is refused', async (query, field) => {
  const { status, body } = await admin.browser.get(`${url}?${query}`);
  expect([status, body.fields[0].path]).toEqual([400, field]);
});

test.each(['update audit set action = $1', 'delete from audit where action <> $1', 'truncate audit'])(
  'the database itself refuses: %s',
  async (statement) => {
    const run = cast.database.sql.unsafe(statement, statement.includes('$1') ? ['x'] : []);
    await expect(run).rejects.toThrow('append-only');
  },
);
