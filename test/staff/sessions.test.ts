import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noChannels } from '../../src/contract/official.ts';
import { liveSessions } from '../../src/server/agents/live-sessions.ts';
import { arrive, Browser, type Cast, hire, PASSWORD, startCast } from './cast.ts';

let cast: Cast;
const ended: string[] = [];
beforeAll(async () => {
  cast = await startCast();
  cast.centre.deps.bus.hear((notice) => {
    if (notice.kind === 'session-ended') ended.push(...notice.sessionIds);
  });
});
afterAll(() => cast.close());

const sessionsOf = async (browser: Browser) => (await browser.get('/api/desk/sessions')).body.rows;
const live = (id: string) => liveSessions(cast.centre.deps, [id]);

async function second(email: string, address = '198.51.100.2') {
  const browser = new Browser(cast, address);
  await browser.post('/api/desk/session', { email, password: PASSWORD });
  return browser;
}

test('sessions are listed with where they are, the newest used first', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  await second(email);
  const rows = await sessionsOf(browser);
  expect(rows).toHaveLength(2);
  expect(rows.map((row: { ip: string }) => row.ip).sort()).toEqual(['198.51.100.1', '198.51.100.2']);
  expect(rows.filter((row: { current: boolean }) => row.current)).toHaveLength(1);
  expect(rows[0].userAgent).toBe('Test Browser');
});

test('a revoked session is refused, and every node hears of it', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const other = await second(email);
  const [{ id }] = (await sessionsOf(browser)).filter((row: { current: boolean }) => !row.current);
  expect(await live(id)).toEqual(new Set([id]));
  expect((await browser.delete(`/api/desk/sessions/${id}`)).status).toBe(204);
  expect((await other.get('/api/desk/me')).status).toBe(401);
  expect((await browser.get('/api/desk/me')).status).toBe(200);
  expect(await live(id)).toEqual(new Set());
  await vi.waitFor(() => expect(ended).toContain(id));
  expect((await browser.delete(`/api/desk/sessions/${id}`)).status).toBe(404);
});

test('somebody else’s session cannot be revoked', async () => {
  const victim = await arrive(cast, 'agent');
  const [{ id }] = await sessionsOf(victim.browser);
  const { browser } = await arrive(cast, 'agent');
  expect((await browser.delete(`/api/desk/sessions/${id}`)).status).toBe(404);
  expect((await victim.browser.get('/api/desk/me')).status).toBe(200);
  expect((await browser.delete('/api/desk/sessions/nonsense')).status).toBe(400);
});

test('signing out ends the session and clears the cookie', async () => {
  const { browser } = await arrive(cast, 'agent');
  const kept = browser.cookie;
  const [{ id }] = await sessionsOf(browser);
  const { status, cookie } = await browser.delete('/api/desk/session');
  expect(status).toBe(204);
  expect(cookie).toMatchObject({ value: '', path: '/' });
  browser.cookie = kept;
  expect((await browser.get('/api/desk/me')).status).toBe(401);
  await vi.waitFor(() => expect(ended).toContain(id));
});

test('an idle session ends after a quarter of an hour, a used one after twelve hours', async () => {
  const idle = await arrive(cast, 'agent');
  const used = await arrive(cast, 'agent');
  const [{ id }] = await sessionsOf(used.browser);
  for (let minutes = 0; minutes < 12 * 60 - 14; minutes += 14) {
    expect((await used.browser.get('/api/desk/me')).status).toBe(200);
    cast.later(14 * 60);
  }
  expect((await idle.browser.get('/api/desk/me')).status).toBe(401);
  expect(await live(id)).toEqual(new Set([id]));
  expect((await used.browser.get('/api/desk/me')).status).toBe(200);
  cast.later(14 * 60);
  expect((await used.browser.get('/api/desk/me')).status).toBe(401);
  expect(await live(id)).toEqual(new Set());
});

test('what a page asks by itself keeps no session alive', async () => {
  const { browser } = await arrive(cast, 'agent');
  const ask = () => browser.get('/api/desk/me', { 'x-unattended': '1' });
  for (let minutes = 0; minutes < 14; minutes += 7) {
    cast.later(7 * 60);
    expect((await ask()).status).toBe(200);
  }
  cast.later(2 * 60);
  expect((await ask()).status).toBe(401);
});

describe('what is grave', () => {
  const channels = { ...noChannels, domains: ['pay.example'] };

  test('asks again who is there once the sign-in is ten minutes old, and goes on after the right password', async () => {
    const { browser, id } = await arrive(cast, 'admin');
    const { id: other } = await hire(cast, 'agent');
    const acts = [
      () =>
        browser.post('/api/desk/admin/staff', {
          name: 'New',
          email: `n${other}@okpay.example`,
          role: 'agent',
          locale: 'en',
        }),
      () => browser.patch(`/api/desk/admin/staff/${other}`, { role: 'senior' }),
      () => browser.put(`/api/desk/admin/staff/${other}/disabled`),
      () => browser.delete(`/api/desk/admin/staff/${other}/disabled`),
      () => browser.delete(`/api/desk/admin/staff/${other}/sessions`),
      () => browser.put('/api/desk/admin/official-channels', channels),
    ];
    cast.later(10 * 60 + 1);
    for (const act of acts) expect((await act()).body?.code).toBe('confirm-needed');
    expect((await browser.get('/api/desk/admin/staff')).status).toBe(200);
    const prove = (password: string) => browser.post('/api/desk/session/confirmation', { password });
    const wrong = await prove('not my password');
    expect([wrong.status, wrong.body.fields[0].path]).toEqual([401, 'password']);
    expect((await acts[1]?.())?.body.code).toBe('confirm-needed');
    expect((await prove(PASSWORD)).status).toBe(204);
    for (const act of acts) expect((await act()).status).toBeLessThan(300);
    const lines = await cast.database
      .sql`select action from audit where staff_id = ${id} and action = 'session.confirmed'`;
    expect(lines).toHaveLength(1);
    cast.later(10 * 60 + 1);
    expect((await acts[1]?.())?.body.code).toBe('confirm-needed');
  });

  test('ten wrong proofs lock, as wrong sign-ins do', async () => {
    const { browser } = await arrive(cast, 'admin');
    const prove = (password: string) => browser.post('/api/desk/session/confirmation', { password });
    for (let i = 0; i < 10; i++) await prove('not my password');
    expect((await prove(PASSWORD)).status).not.toBe(204);
  });
});

test.each([
  '',
  'okpay_staff=',
  'okpay_staff=x',
  `okpay_staff=${'A'.repeat(43)}`,
  `okpay_staff=${"'; drop table staff --"}`,
])('the cookie %j opens nothing', async (cookie) => {
  const browser = new Browser(cast);
  browser.cookie = cookie;
  const { status, body } = await browser.get('/api/desk/me');
  expect([status, body.code]).toEqual([401, 'not-signed-in']);
});

test('changing the password renews this session’s secret and ends the others', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const other = await second(email);
  const before = browser.cookie;
  const change = (current: string, password: string) =>
    browser.put('/api/desk/me/password', { current, password });

  const wrong = await change('not my password', 'a much better password');
  expect([wrong.status, wrong.body.fields[0].path]).toEqual([401, 'current']);
  const weak = await change(PASSWORD, 'aaaaaaaaaaaaaaaa');
  expect([weak.status, weak.body.code, weak.body.fields[0].path]).toEqual([400, 'password-weak', 'password']);
  expect(browser.cookie).toBe(before);

  expect((await change(PASSWORD, 'a much better password')).status).toBe(204);
  expect(browser.cookie).not.toBe(before);
  expect((await browser.get('/api/desk/me')).status).toBe(200);
  expect((await other.get('/api/desk/me')).status).toBe(401);
  const copied = new Browser(cast);
  copied.cookie = before;
  expect((await copied.get('/api/desk/me')).status).toBe(401);
  expect((await new Browser(cast).post('/api/desk/session', { email, password: PASSWORD })).status).toBe(401);
});

test('the language can be set, presence too', async () => {
  const { browser, id } = await arrive(cast, 'agent');
  expect((await browser.patch('/api/desk/me', { locale: 'zh-CN' })).body.locale).toBe('zh-CN');
  expect((await browser.patch('/api/desk/me', { locale: 'fr' })).body.fields[0].path).toBe('locale');
  expect((await browser.put('/api/desk/me/presence', { presence: 'online' })).status).toBe(204);
  expect((await browser.get('/api/desk/me')).body.presence).toBe('online');
  expect((await browser.put('/api/desk/me/presence', { presence: 'asleep' })).status).toBe(400);
  const { rows } = (await browser.get('/api/desk/agents')).body;
  expect(rows.find((row: { id: string }) => row.id === id)).toMatchObject({
    presence: 'online',
    connected: false,
    open: 0,
    capacity: 5,
  });
});
