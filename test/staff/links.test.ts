import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSetupLink } from '../../src/server/agents/create-setup-link.ts';
import { arrive, auditSince, Browser, type Cast, hire, PASSWORD, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(() => cast.close());
beforeEach(() => {
  cast.letters.length = 0;
});

const NEW = 'another long password 7';
const tokenIn = (text: string): string => /\/desk\/\w+\/([\w-]{43})/.exec(text)?.[1] ?? '';
const signIn = (email: string, password: string) =>
  new Browser(cast).post('/api/desk/session', { email, password });
const resetUrl = (token: string) => `/api/desk/password-resets/${token}`;

async function askForReset(email: string, address = '198.51.100.1'): Promise<string> {
  const { status } = await new Browser(cast, address).post('/api/desk/password-resets', { email });
  expect(status).toBe(202);
  await vi.waitFor(() => expect(cast.letters).toHaveLength(1));
  return tokenIn(cast.letters[0]?.text ?? '');
}

const setup = { name: 'Zhao Lan', email: 'zhao.lan@okpay.example', password: PASSWORD };

// First in this file, while there is no administrator yet.
test('the setup link makes the first administrator, once', async () => {
  const { deps } = cast.centre;
  const [link, another] = [await createSetupLink(deps), await createSetupLink(deps)];
  expect(link).toMatch(/^https:\/\/help\.example\/desk\/setup\/[\w-]{43}$/);
  const token = tokenIn(link ?? '');
  const browser = new Browser(cast);
  expect((await browser.get(`/api/setup/${token}`)).body).toMatchObject({ kind: 'setup' });
  expect((await browser.get(`/api/setup/${'x'.repeat(43)}`)).status).toBe(410);

  expect((await browser.post('/api/setup', { ...setup, token, password: 'short' })).body.code).toBe(
    'password-weak',
  );
  expect((await browser.post('/api/setup', { ...setup, token, email: 'no' })).body.fields[0].path).toBe(
    'email',
  );
  expect((await browser.post('/api/setup', { ...setup, token: 'x'.repeat(43) })).status).toBe(410);

  const since = await auditSince(cast);
  const tries = [token, tokenIn(another ?? '')].map((each, i) => {
    const person = { ...setup, token: each, email: `first${i}@okpay.example` };
    return new Browser(cast).post('/api/setup', person);
  });
  const statuses = (await Promise.all(tries)).map((answer) => answer.status);
  expect(statuses.sort()).toEqual([201, 410]);
  expect((await since()).map((line) => line.action)).toEqual(['setup.completed']);
  expect(await createSetupLink(deps)).toBeNull();
  expect((await browser.get(`/api/setup/${token}`)).status).toBe(410);
});

test('a reset link sets a password once, ends every session and says so to nobody else', async () => {
  const { browser, email, id } = await arrive(cast, 'agent');
  const since = await auditSince(cast);
  const token = await askForReset(email);
  expect(cast.letters[0]).toMatchObject({ to: email, subject: 'Choose a new password' });
  expect((await browser.get(resetUrl(token))).body).toMatchObject({ kind: 'reset', email });

  const weak = await new Browser(cast).post(resetUrl(token), { password: 'aaaaaaaaaaaa' });
  expect([weak.status, weak.body.code]).toEqual([400, 'password-weak']);
  const uses = [1, 2, 3].map(() => new Browser(cast).post(resetUrl(token), { password: NEW }));
  const statuses = (await Promise.all(uses)).map((answer) => answer.status);
  expect(statuses.sort()).toEqual([204, 410, 410]);

  expect((await browser.get('/api/desk/me')).status).toBe(401);
  expect((await signIn(email, PASSWORD)).status).toBe(401);
  expect((await signIn(email, NEW)).status).toBe(200);
  expect((await browser.get(resetUrl(token))).status).toBe(410);
  expect(await since()).toMatchObject([
    { action: 'password.reset-requested', subject_id: id, staff_name: '' },
    { action: 'password.chosen', subject_id: id },
    { action: 'session.started' },
  ]);
});

test('a reset link dies after an hour, and when a newer one is sent', async () => {
  const { email } = await hire(cast, 'agent');
  const first = await askForReset(email);
  cast.letters.length = 0;
  const newer = await askForReset(email);
  expect((await new Browser(cast).post(resetUrl(first), { password: NEW })).status).toBe(410);
  cast.later(3601);
  expect((await new Browser(cast).post(resetUrl(newer), { password: NEW })).status).toBe(410);
  expect((await signIn(email, PASSWORD)).status).toBe(200);
});

test('a reset unlocks a locked account', async () => {
  const { email } = await hire(cast, 'agent');
  for (let i = 0; i < 10; i += 1) await signIn(email, 'wrong');
  expect((await signIn(email, PASSWORD)).status).toBe(429);
  const token = await askForReset(email);
  await new Browser(cast).post(resetUrl(token), { password: NEW });
  expect((await signIn(email, NEW)).status).toBe(200);
});

test('an unknown address gets the same answer and no letter', async () => {
  const nobody = await new Browser(cast).post('/api/desk/password-resets', { email: 'nobody@okpay.example' });
  expect(nobody.status).toBe(202);
  // A known address asked for afterwards brings its letter, so whatever was to come for nobody has come.
  await askForReset((await hire(cast, 'agent')).email);
  expect(cast.letters.map((letter) => letter.to)).not.toContain('nobody@okpay.example');
});

test('somebody disabled gets no letter, and links they hold stop working', async () => {
  const { id, email } = await hire(cast, 'agent');
  const token = await askForReset(email);
  const admin = await arrive(cast, 'admin');
  expect((await admin.browser.put(`/api/desk/admin/staff/${id}/disabled`)).status).toBe(204);
  expect((await new Browser(cast).post(resetUrl(token), { password: NEW })).status).toBe(410);
  cast.letters.length = 0;
  await new Browser(cast).post('/api/desk/password-resets', { email });
  await askForReset((await hire(cast, 'agent')).email);
  expect(cast.letters.map((letter) => letter.to)).not.toContain(email);
});

test('letters to one account are few, whether it exists or not', async () => {
  for (const email of [(await hire(cast, 'agent')).email, 'nobody-either@okpay.example']) {
    const ask = () => new Browser(cast).post('/api/desk/password-resets', { email });
    for (let i = 0; i < 3; i += 1) expect((await ask()).status).toBe(202);
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(200);
  }
});

test.each(['short', '../../etc/passwd', '%00', "' or 1=1 --aaaaaaaaaaaaaaaaaaaa"])(
  'the link %j is refused',
  async (token) => {
    const answer = await new Browser(cast).get(resetUrl(encodeURIComponent(token)));
    expect(answer.status).toBe(400);
    expect(answer.body.fields[0].path).toBe('token');
  },
);
