import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, auditSince, Browser, type Cast, hire, PASSWORD, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(() => cast.close());

const signIn = (browser: Browser, email: string, password = PASSWORD) =>
  browser.post('/api/desk/session', { email, password });

test('the right password signs in, with a cookie that scripts cannot read', async () => {
  const { id, email } = await hire(cast, 'agent');
  const browser = new Browser(cast);
  const { status, body, cookie } = await signIn(browser, email.toUpperCase());
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, email, role: 'agent', totp: false, teams: [], presence: 'away' });
  expect(body.permissions).toContain('conversation.reply');
  expect(body.permissions).not.toContain('staff.manage');
  expect(body.staffNumber).toMatch(/^A\d{4,}$/);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true, path: '/' });
  expect((await browser.get('/api/desk/me')).body).toEqual(body);
});

test('neither the database nor an answer holds the secret or the password', async () => {
  const { browser, id } = await arrive(cast, 'agent');
  const secret = browser.cookie.slice('okpay_staff='.length);
  const [session] = await cast.database.sql`select * from staff_sessions where staff_id = ${id}`;
  const [staff] = await cast.database.sql`select password_hash from staff where id = ${id}`;
  expect(JSON.stringify(session)).not.toContain(secret);
  expect(staff?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(JSON.stringify((await browser.get('/api/desk/me')).body)).not.toMatch(/argon2|password/);
});

test('a wrong password and an address of nobody get the same answer', async () => {
  const { email } = await hire(cast, 'agent');
  const wrong = await signIn(new Browser(cast), email, 'not the password');
  const nobody = await signIn(new Browser(cast), 'nobody@okpay.example', 'not the password');
  expect([wrong.status, nobody.status]).toEqual([401, 401]);
  expect({ ...wrong.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
  expect(wrong.body.code).toBe('wrong-credentials');
});

test('whoever was invited and has no password cannot sign in', async () => {
  const { id, email } = await hire(cast, 'agent');
  await cast.database.sql`update staff set password_hash = null where id = ${id}`;
  expect((await signIn(new Browser(cast), email)).status).toBe(401);
});

test.each([
  [{}, 'email'],
  [{ email: 'not an address', password: 'x' }, 'email'],
  [{ email: 'a@b.example', password: '' }, 'password'],
  [{ email: 'a@b.example', password: 'x'.repeat(201) }, 'password'],
  [{ email: 'a@b.example', password: 'x', code: '1' }, 'code'],
  [{ email: { $ne: null }, password: 'x' }, 'email'],
])('%j is refused and names %s', async (body, field) => {
  const answer = await new Browser(cast).post('/api/desk/session', body);
  expect(answer.status).toBe(400);
  expect(answer.body.fields.map((problem: { path: string }) => problem.path)).toContain(field);
});

test('ten wrong guesses lock the account, known or not, also for the right password', async () => {
  const { email, id } = await hire(cast, 'agent');
  const since = await auditSince(cast);
  for (const account of [email, 'still-nobody@okpay.example']) {
    for (let i = 0; i < 10; i += 1)
      expect((await signIn(new Browser(cast), account, 'wrong')).status).toBe(401);
    const locked = await signIn(new Browser(cast), account);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(14 * 60);
  }
  expect(await since()).toMatchObject([{ action: 'account.locked', subject_id: id }]);
  cast.later(16 * 60);
  expect((await signIn(new Browser(cast), email)).status).toBe(200);
});

test('guesses made at the same time all count', async () => {
  const { email } = await hire(cast, 'agent');
  const guesses = Array.from({ length: 16 }, () => signIn(new Browser(cast), email, 'wrong'));
  const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(6);
});

test('a success forgets earlier wrong guesses', async () => {
  const { email } = await hire(cast, 'agent');
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < 8; i += 1) await signIn(new Browser(cast), email, 'wrong');
    expect((await signIn(new Browser(cast), email)).status).toBe(200);
    cast.later(600);
  }
});

test('an address that tries too many accounts is slowed down, others are not', async () => {
  const attacker = '203.0.113.66';
  const statuses: number[] = [];
  for (let i = 0; i < 110; i += 1) {
    statuses.push((await signIn(new Browser(cast, attacker), `victim${i}@okpay.example`, 'x')).status);
  }
  expect(statuses.slice(0, 100).every((status) => status === 401)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  const { email } = await hire(cast, 'agent');
  expect((await signIn(new Browser(cast, attacker), email)).status).toBe(429);
  expect((await signIn(new Browser(cast, '203.0.113.67'), email)).status).toBe(200);
  // A hundred passwords are hashed, each slow on purpose.
}, 60_000);

test('signing in again in the same browser ends the earlier session', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const earlier = browser.cookie;
  await signIn(browser, email);
  expect(browser.cookie).not.toBe(earlier);
  expect((await browser.get('/api/desk/me')).status).toBe(200);
  const copied = new Browser(cast);
  copied.cookie = earlier;
  expect((await copied.get('/api/desk/me')).status).toBe(401);
});

test('a page of another site cannot sign anybody in or out', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const headers = { origin: 'https://evil.example', host: 'help.example' };
  const forged = await browser.send('DELETE', '/api/desk/session', undefined, headers);
  expect([forged.status, forged.body.code]).toEqual([403, 'origin-refused']);
  const login = await new Browser(cast).send(
    'POST',
    '/api/desk/session',
    { email, password: PASSWORD },
    headers,
  );
  expect(login.status).toBe(403);
});

test('signing in and out leave a line each', async () => {
  const since = await auditSince(cast);
  const { browser, name } = await arrive(cast, 'agent', '198.51.100.77');
  await browser.delete('/api/desk/session');
  expect(await since()).toMatchObject([
    { action: 'session.started', staff_name: name, ip: '198.51.100.77' },
    { action: 'session.ended', staff_name: name, ip: '198.51.100.77' },
  ]);
});
