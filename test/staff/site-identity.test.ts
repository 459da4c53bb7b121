import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrive, type Cast, type Person, startCast } from './cast.ts';

const CENTRE = 'https://help.example';
const oldSecret = Buffer.alloc(32, 'old secret');
const newSecret = Buffer.alloc(48, 'new secret');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url');
const stranger = generateKeyPairSync('ed25519').privateKey;

let cast: Cast;
let lin: Person;
beforeAll(async () => {
  cast = await startCast({
    IDENTITY_KEYS: `HS256:old:${oldSecret.toString('base64url')}, HS256:new:${newSecret.toString('base64url')} EdDSA:ed:${raw.toString('base64url')}`,
  });
  lin = await arrive(cast, 'agent');
});
afterAll(() => cast.close());

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(cast.centre.deps.clock.now().getTime() / 1000);
const claims = (more: object = {}) => ({
  sub: 'user-1',
  aud: CENTRE,
  iat: now(),
  exp: now() + 600,
  name: 'Wei',
  email: 'wei@example.com',
  ...more,
});
type Signing = (input: string) => Buffer;
const hmac =
  (secret: Buffer): Signing =>
  (input) =>
    createHmac('sha256', secret).update(input).digest();
const ed =
  (key: typeof privateKey): Signing =>
  (input) =>
    sign(null, Buffer.from(input), key);
const token = (payload: object, header: object, signing: Signing): string => {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${signing(input).toString('base64url')}`;
};
const good = (more: object = {}) => token(claims(more), { alg: 'HS256', kid: 'new' }, hmac(newSecret));

/** A browser in which the panel stands. */
class Panel {
  cookie = '';

  async ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const answer = await cast.centre.app.inject({
      method,
      url,
      headers: { origin: CENTRE, 'accept-language': 'en', ...(this.cookie && { cookie: this.cookie }) },
      ...(payload && { payload }),
    });
    for (const { name, value } of answer.cookies)
      if (name === 'okpay_customer') this.cookie = value === '' ? '' : `${name}=${value}`;
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  }

  identify = (given: string) => this.ask('POST', '/api/my/identity', { token: given });

  async writes(text: string): Promise<string> {
    const id = randomUUID();
    const form = { name: 'Wei', email: 'wei@example.com', topic: null };
    const message = { id: randomUUID(), text };
    const { status } = await this.ask('POST', '/api/my/conversations', { id, form, locale: 'en', message });
    expect(status).toBe(201);
    return id;
  }

  async sees(): Promise<string[]> {
    const { body } = await this.ask('GET', '/api/my/conversations');
    return (body.rows as { id: string }[]).map(({ id }) => id);
  }
}

const customerOf = async (panel: Panel): Promise<string> => (await panel.ask('GET', '/api/my')).body.id;

describe('a token that the site signed', () => {
  test.each<[string, () => string]>([
    ['with the new secret', good],
    [
      'with the old one, while keys are rotated',
      () => token(claims(), { alg: 'HS256', kid: 'old' }, hmac(oldSecret)),
    ],
    ['with an Ed25519 key', () => token(claims(), { alg: 'EdDSA', kid: 'ed' }, ed(privateKey))],
    ['for several audiences', () => good({ aud: ['https://other.example', CENTRE] })],
  ])('is taken: %s', async (_name, make) => {
    const panel = new Panel();
    expect(await panel.identify(make())).toEqual({ status: 200, body: { changed: true } });
    expect(await panel.identify(make())).toEqual({ status: 200, body: { changed: false } });
    expect((await panel.ask('GET', '/api/my')).body).toMatchObject({ name: 'Wei', emailVerified: true });
  });

  test('one subject is one customer, on every device; an agent sees that the site vouches', async () => {
    const [phone, laptop, other] = [new Panel(), new Panel(), new Panel()];
    await phone.identify(good());
    await laptop.identify(good());
    await other.identify(good({ sub: 'user-2' }));
    const conversation = await phone.writes('on the phone');
    expect(await laptop.sees()).toContain(conversation);
    expect(await other.sees()).not.toContain(conversation);
    const id = await customerOf(phone);
    expect(id).toBe(await customerOf(laptop));
    expect((await lin.browser.get(`/api/desk/customers/${id}`)).body).toMatchObject({ verified: true });
    const database = JSON.stringify(await cast.database.sql`select * from customers where id = ${id}`);
    expect(database).not.toContain('user-1');
  });

  test('what was written before it stays with whoever wrote it', async () => {
    const panel = new Panel();
    const before = await panel.writes('not signed in');
    const stranger = await customerOf(panel);
    expect((await lin.browser.get(`/api/desk/customers/${stranger}`)).body).toMatchObject({
      verified: false,
    });
    await panel.identify(good());
    expect(await panel.sees()).not.toContain(before);
    const again = new Panel();
    await again.writes('somebody who types the same name and address');
    expect(await again.sees()).toHaveLength(1);
  });
});

describe('a broken token', () => {
  const header = { alg: 'HS256', kid: 'new' };
  const swap = (given: string, change: object): string => {
    const [head, , signature] = given.split('.');
    return `${head}.${part(claims(change))}.${signature}`;
  };
  test.each<[string, () => string, string]>([
    [
      'no algorithm',
      () => `${part({ alg: 'none', kid: 'new' })}.${part(claims())}.`,
      'is not a signed token',
    ],
    [
      'no algorithm, in capitals',
      () => token(claims(), { alg: 'None', kid: 'new' }, hmac(newSecret)),
      'is not a signed token',
    ],
    ['another key', () => token(claims(), header, hmac(oldSecret)), 'is not signed by the site'],
    [
      "a stranger's key",
      () => token(claims(), { alg: 'EdDSA', kid: 'ed' }, ed(stranger)),
      'is not signed by the site',
    ],
    [
      'a key nobody knows',
      () => token(claims(), { alg: 'HS256', kid: 'x' }, hmac(newSecret)),
      'is signed with an unknown key',
    ],
    [
      'no key named',
      () => token(claims(), { alg: 'HS256' }, hmac(newSecret)),
      'is signed with an unknown key',
    ],
    [
      'the public key as a secret',
      () => token(claims(), { alg: 'HS256', kid: 'ed' }, hmac(raw)),
      'is signed in another way than its key',
    ],
    ['expired', () => good({ iat: now() - 700, exp: now() - 60 }), 'has expired'],
    ['from the future', () => good({ iat: now() + 300, exp: now() + 900 }), 'is not valid now'],
    ['not valid yet', () => good({ nbf: now() + 300 }), 'is not valid now'],
    ['for somebody else', () => good({ aud: 'https://other.example' }), 'is meant for somebody else'],
    ['for nobody', () => good({ aud: undefined }), 'is meant for somebody else'],
    [
      'another subject under the same signature',
      () => swap(good(), { sub: 'user-2' }),
      'is not signed by the site',
    ],
    ['no subject', () => good({ sub: undefined }), 'is not valid now'],
    ['an empty subject', () => good({ sub: '' }), 'says something that cannot be'],
    ['no end', () => good({ exp: undefined }), 'is not valid now'],
    ['a life of a year', () => good({ exp: now() + 31_536_000 }), 'lives longer than a day'],
    ['a hostile name', () => good({ name: 'x'.repeat(1_000) }), 'says something that cannot be'],
    ['an address that is none', () => good({ email: 'a@b\r\nBcc: c@d' }), 'says something that cannot be'],
    ['no token at all', () => 'hello', 'is not a signed token'],
  ])('is refused: %s', async (_name, make, message) => {
    const panel = new Panel();
    const { status, body } = await panel.identify(make());
    expect([status, body.code, body.fields]).toEqual([401, 'identity-refused', [{ path: 'token', message }]]);
    expect(panel.cookie).toBe('');
  });

  test('leaves whoever was known as they were', async () => {
    const panel = new Panel();
    await panel.identify(good());
    const id = await customerOf(panel);
    expect((await panel.identify(swap(good(), { sub: 'user-2' }))).status).toBe(401);
    expect(await customerOf(panel)).toBe(id);
  });
});

describe('signing out on the site', () => {
  test('ends the sessions on every device, and the tokens signed before', async () => {
    const [phone, laptop] = [new Panel(), new Panel()];
    const stolen = good({ sub: 'user-3' });
    await phone.identify(stolen);
    await laptop.identify(good({ sub: 'user-3' }));
    expect(await phone.ask('DELETE', '/api/my/identity')).toEqual({ status: 200, body: { changed: true } });
    expect(phone.cookie).toBe('');
    expect((await laptop.ask('GET', '/api/my/conversations')).status).toBe(401);
    const replayed = await new Panel().identify(stolen);
    expect(replayed.body.fields).toEqual([{ path: 'token', message: 'was signed before the sign-out' }]);
    cast.later(2);
    expect((await new Panel().identify(good({ sub: 'user-3' }))).status).toBe(200);
  });

  test('means nothing to whoever the site never named', async () => {
    const panel = new Panel();
    const conversation = await panel.writes('not signed in');
    expect((await panel.ask('DELETE', '/api/my/identity')).body).toEqual({ changed: false });
    expect(await panel.sees()).toEqual([conversation]);
  });
});
