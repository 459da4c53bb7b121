import { TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, auditSince, Browser, type Cast, PASSWORD, type Person, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(() => cast.close());

const url = '/api/desk/me/totp';
const codeAt = (secret: string, seconds = 0) =>
  new TOTP({ secret }).generate({ timestamp: cast.centre.deps.clock.now().getTime() + seconds * 1000 });
const signIn = (person: { email: string }, code?: string, browser = new Browser(cast)) =>
  browser.post('/api/desk/session', {
    email: person.email,
    password: PASSWORD,
    ...(code !== undefined && { code }),
  });

async function protectedPerson(): Promise<{ person: Person; secret: string; recoveryCodes: string[] }> {
  const person = await arrive(cast, 'agent');
  const { secret } = (await person.browser.post(url)).body;
  const { recoveryCodes } = (await person.browser.put(url, { code: codeAt(secret) })).body;
  cast.later(60);
  return { person, secret, recoveryCodes };
}

test('setting up shows a secret and a picture, and is on only after a code', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const since = await auditSince(cast);
  const begun = await browser.post(url);
  expect(begun.status).toBe(200);
  expect(begun.body.secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(begun.body.uri).toContain('otpauth://totp/OKPay:');
  expect(begun.body.qrSvg).toMatch(/^<svg /);
  expect((await signIn({ email })).status).toBe(200);

  const wrong = await browser.put(url, { code: '000000' });
  expect([wrong.status, wrong.body.code, wrong.body.fields[0].path]).toEqual([400, 'code-wrong', 'code']);
  const malformed = await browser.put(url, { code: '12345' });
  expect([malformed.status, malformed.body.fields[0].path]).toEqual([400, 'code']);

  const confirmed = await browser.put(url, { code: codeAt(begun.body.secret) });
  expect(confirmed.status).toBe(200);
  expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
  expect((await browser.get('/api/desk/me')).body).toMatchObject({ totp: true, recoveryCodesLeft: 10 });
  expect((await browser.post(url)).body.code).toBe('totp-already-on');
  expect((await browser.put(url, { code: codeAt(begun.body.secret, 30) })).body.code).toBe('totp-already-on');
  const actions = (await since()).map((line) => line.action);
  expect(actions).toEqual(['totp.started', 'session.started', 'totp.enabled']);
});

test('signing in asks for a code, and takes one of the neighbouring steps', async () => {
  const { person, secret } = await protectedPerson();
  const asked = await signIn(person);
  expect([asked.status, asked.body.code]).toEqual([401, 'second-factor-needed']);
  expect((await signIn(person, '000000')).body.code).toBe('wrong-credentials');
  expect((await signIn(person, codeAt(secret, -90))).status).toBe(401);
  expect((await signIn(person, codeAt(secret, -30))).status).toBe(200);
  expect((await signIn(person, codeAt(secret))).status).toBe(200);
});

test('a code works once, and none older than it works any more', async () => {
  const { person, secret } = await protectedPerson();
  expect((await signIn(person, codeAt(secret))).status).toBe(200);
  expect((await signIn(person, codeAt(secret))).status).toBe(401);
  expect((await signIn(person, codeAt(secret, -30))).status).toBe(401);
  cast.later(30);
  expect((await signIn(person, codeAt(secret))).status).toBe(200);
});

test('the code that turned it on does not sign in as well', async () => {
  const { browser, email } = await arrive(cast, 'agent');
  const { secret } = (await browser.post(url)).body;
  const code = codeAt(secret);
  await browser.put(url, { code });
  expect((await signIn({ email }, code)).status).toBe(401);
});

test('of several at the same time with one code, one gets in', async () => {
  const { person, secret } = await protectedPerson();
  const code = codeAt(secret);
  const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(person, code)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
});

test('without the right password a code is not looked at, nor used up', async () => {
  const { person, secret } = await protectedPerson();
  const body = { email: person.email, password: 'wrong', code: codeAt(secret) };
  expect((await new Browser(cast).post('/api/desk/session', body)).status).toBe(401);
  expect((await signIn(person, codeAt(secret))).status).toBe(200);
});

test('asking for the code does not count as a guess, wrong codes do', async () => {
  const { person, secret } = await protectedPerson();
  for (let i = 0; i < 12; i += 1) {
    expect((await signIn(person)).body.code).toBe('second-factor-needed');
    cast.later(20);
  }
  for (let i = 0; i < 10; i += 1) expect((await signIn(person, '000000')).status).toBe(401);
  expect((await signIn(person, codeAt(secret))).status).toBe(429);
});

test('a recovery code works once, however it is typed', async () => {
  const { person, recoveryCodes } = await protectedPerson();
  const [first = '', other = ''] = recoveryCodes;
  expect((await signIn(person, first.toUpperCase().replace('-', ' '))).status).toBe(200);
  expect((await signIn(person, first)).status).toBe(401);
  expect((await signIn(person, other)).body).toMatchObject({ totp: true, recoveryCodesLeft: 8 });
  const stored = await cast.database
    .sql`select encode(code_hash, 'escape') as hash from staff_recovery_codes`;
  expect(JSON.stringify(stored)).not.toContain(other);
});

test('turning it off needs the password or a code', async () => {
  const { person, secret } = await protectedPerson();
  const { browser } = person;
  expect((await browser.delete(url, {})).body.fields[0].path).toBe('password');
  const wrong = await browser.delete(url, { password: 'not it at all' });
  expect([wrong.status, wrong.body.fields[0].path]).toEqual([401, 'password']);
  expect((await browser.delete(url, { code: '000000' })).body.fields[0].path).toBe('code');
  expect((await browser.delete(url, { password: PASSWORD })).status).toBe(204);
  expect((await signIn(person)).status).toBe(200);
  expect((await browser.delete(url, { password: PASSWORD })).status).toBe(404);

  const again = (await browser.post(url)).body.secret;
  expect(again).not.toBe(secret);
  await browser.put(url, { code: codeAt(again) });
  cast.later(60);
  expect((await browser.delete(url, { code: codeAt(again) })).status).toBe(204);
});
