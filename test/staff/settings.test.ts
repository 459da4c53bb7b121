import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultBrand } from '../../src/contract/brand.ts';
import { installReplies } from '../../src/server/canned/install-replies.ts';
import { installTopics } from '../../src/server/topics/install-topics.ts';
import { arrive, auditSince, Browser, type Cast, type Person, startCast } from './cast.ts';

let cast: Cast;
let admin: Person;
beforeAll(async () => {
  cast = await startCast();
  admin = await arrive(cast, 'admin');
});
afterAll(() => cast.close());

const nobody = '00000000-0000-4000-8000-000000000000';
const fieldsOf = (answer: { body: { fields?: { path: string }[] } }) =>
  answer.body.fields?.map(({ path }) => path);
const actionsOf = async (since: Awaited<ReturnType<typeof auditSince>>) =>
  (await since()).map(({ action }) => action);

describe('teams', () => {
  const url = '/api/desk/admin/teams';

  test('are created, changed and taken out of use, with a line each', async () => {
    const agent = await arrive(cast, 'agent');
    const since = await auditSince(cast);
    const made = await admin.browser.post(url, { name: ' Disputes ', memberIds: [agent.id, agent.id] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Disputes', description: '', memberIds: [agent.id] });
    expect((await agent.browser.get('/api/desk/me')).body.teams).toEqual([
      { id: made.body.id, name: 'Disputes' },
    ]);
    const changed = await admin.browser.patch(`${url}/${made.body.id}`, {
      description: 'Money back',
      memberIds: [],
    });
    expect(changed.body).toEqual({ ...made.body, description: 'Money back', memberIds: [] });
    expect((await admin.browser.delete(`${url}/${made.body.id}`)).status).toBe(204);
    expect((await admin.browser.delete(`${url}/${made.body.id}`)).status).toBe(404);
    expect((await agent.browser.get('/api/desk/teams')).body.rows).toEqual([]);
    expect(await actionsOf(since)).toEqual(['team.created', 'team.changed', 'team.archived']);
  });

  test('have names of their own, free again once out of use', async () => {
    const { body } = await admin.browser.post(url, { name: 'Cards' });
    const again = await admin.browser.post(url, { name: 'CARDS' });
    expect([again.status, again.body.code, fieldsOf(again)]).toEqual([409, 'team-name-taken', ['name']]);
    await admin.browser.delete(`${url}/${body.id}`);
    expect((await admin.browser.post(url, { name: 'Cards' })).status).toBe(201);
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'a\nb' }, 'name'],
    [{ name: 'x', memberIds: [nobody] }, 'memberIds'],
    [{ name: 'x', memberIds: 'all' }, 'memberIds'],
    [{ name: 'x', description: '\u0000' }, 'description'],
  ])('%j is refused', async (body, field) => {
    const answer = await admin.browser.post(url, body);
    expect([answer.status, fieldsOf(answer)]).toEqual([400, [field]]);
  });
});

describe('topics', () => {
  const url = '/api/desk/admin/topics';
  const texts = {
    'zh-CN': { name: '付款', description: '付款失败' },
    en: { name: 'Payments', description: 'A payment failed' },
  };
  const topic = { id: 'payments', icon: 'scan-qr-code', urgent: true, position: 20, texts };

  test('are shown in the caller’s language, in order, while they are in use', async () => {
    const since = await auditSince(cast);
    expect((await admin.browser.post(url, topic)).body).toEqual({
      ...topic,
      teamId: null,
      skills: [],
      archivedAt: null,
    });
    const first = { ...topic, id: 'account', position: 10, urgent: false };
    await admin.browser.post(url, first);
    const { rows } = (await new Browser(cast).get('/api/topics?lang=zh-CN')).body;
    expect(rows.map((row: { id: string }) => row.id)).toEqual(['account', 'payments']);
    expect(rows[1]).toEqual({
      id: 'payments',
      icon: 'scan-qr-code',
      urgent: true,
      name: '付款',
      description: '付款失败',
    });
    expect((await new Browser(cast).get('/api/topics')).body.rows[1].name).toBe('Payments');

    expect((await admin.browser.patch(`${url}/payments`, { position: 5 })).body.position).toBe(5);
    expect((await admin.browser.delete(`${url}/payments`)).status).toBe(204);
    expect((await new Browser(cast).get('/api/topics')).body.rows).toHaveLength(1);
    const [back] = (await admin.browser.get(url)).body.rows;
    expect(back).toMatchObject({ id: 'payments', archivedAt: expect.any(String) });
    expect((await admin.browser.patch(`${url}/payments`, { archived: false })).body.archivedAt).toBeNull();
    const changed = Array.from({ length: 3 }, () => 'topic.changed');
    expect(await actionsOf(since)).toEqual(['topic.created', 'topic.created', ...changed]);
  });

  test('starter topics never overwrite what was edited', async () => {
    const { sql } = cast.database;
    const starter = [
      { ...topic, teamId: null, skills: [], icon: 'wallet' },
      { ...topic, teamId: null, skills: [], id: 'fees', position: 30 },
    ];
    expect(await installTopics(sql, starter)).toBe(1);
    expect(await installTopics(sql, starter)).toBe(0);
    const { rows } = (await admin.browser.get(url)).body;
    expect(rows.find((row: { id: string }) => row.id === 'payments').icon).toBe('scan-qr-code');
  });

  test.each([
    [{ ...topic, id: 'Not A Slug' }, 'id'],
    [{ ...topic, id: 'a'.repeat(41) }, 'id'],
    [{ ...topic, id: 'x', icon: '<svg>' }, 'icon'],
    [{ ...topic, id: 'x', position: 1e12 }, 'position'],
    [{ ...topic, id: 'x', texts: { 'zh-CN': texts['zh-CN'] } }, 'texts.en'],
    [{ ...topic, id: 'x', texts: { ...texts, en: { name: '\ud800', description: '' } } }, 'texts.en.name'],
  ])('%j is refused', async (body, field) => {
    const answer = await admin.browser.post(url, body);
    expect([answer.status, fieldsOf(answer)]).toEqual([400, [field]]);
  });

  test('an id is there once', async () => {
    const again = await admin.browser.post(url, topic);
    expect([again.status, again.body.code]).toEqual([409, 'topic-exists']);
    expect((await admin.browser.patch(`${url}/none`, { urgent: true })).status).toBe(404);
  });
});

describe('canned replies', () => {
  const url = '/api/desk/canned-replies';
  const shared = '/api/desk/admin/canned-replies';
  const both = (text: string) => ({ 'zh-CN': text, en: text });
  const reply = {
    shortcut: 'hello',
    titles: both('Greeting'),
    texts: both('Hello {{customer.name}}, case {{ conversation.caseNumber }}'),
  };

  test('everybody’s, my team’s and my own: I see those, and nobody else’s', async () => {
    const [mine, other] = [await arrive(cast, 'agent'), await arrive(cast, 'agent')];
    const team = (
      await admin.browser.post('/api/desk/admin/teams', { name: 'Refunds', memberIds: [mine.id] })
    ).body;
    const since = await auditSince(cast);
    expect((await admin.browser.post(shared, { ...reply, teamId: null })).body.scope).toBe('everyone');
    expect((await admin.browser.post(shared, { ...reply, teamId: team.id })).body.scope).toBe('team');
    const own = await mine.browser.post(url, reply);
    expect([own.status, own.body.scope, own.body.ownerId]).toEqual([201, 'personal', mine.id]);
    const scopesOf = async ({ browser }: Person) =>
      (await browser.get(url)).body.rows.map((row: { scope: string }) => row.scope);
    expect(await scopesOf(mine)).toEqual(['team', 'personal', 'everyone']);
    expect(await scopesOf(other)).toEqual(['everyone']);
    expect((await mine.browser.get(url)).body.placeholders).toContain('agent.staffNumber');
    expect((await admin.browser.get(shared)).body.rows).toHaveLength(2);
    expect(await actionsOf(since)).toEqual(Array.from({ length: 3 }, () => 'canned-reply.created'));

    expect((await other.browser.patch(`${url}/${own.body.id}`, { shortcut: 'mine' })).status).toBe(404);
    expect((await other.browser.delete(`${url}/${own.body.id}`)).status).toBe(404);
    expect((await admin.browser.delete(`${shared}/${own.body.id}`)).status).toBe(404);
    expect((await mine.browser.patch(`${url}/${own.body.id}`, { shortcut: 'hi' })).body.shortcut).toBe('hi');
    expect((await mine.browser.delete(`${url}/${own.body.id}`)).status).toBe(204);
  });

  test('a personal route cannot make a shared reply', async () => {
    const agent = await arrive(cast, 'agent');
    const { body } = await agent.browser.post(url, {
      ...reply,
      shortcut: 'sneak',
      teamId: null,
      scope: 'everyone',
    });
    expect(body.scope).toBe('personal');
  });

  test('a shortcut is there once on each shelf', async () => {
    const again = await admin.browser.post(shared, { ...reply, shortcut: 'HELLO', teamId: null });
    expect([again.status, again.body.code, fieldsOf(again)]).toEqual([409, 'shortcut-taken', ['shortcut']]);
  });

  test('starter replies come once', async () => {
    const starter = [reply, { ...reply, shortcut: 'bye' }];
    expect(await installReplies(cast.database.sql, starter)).toBe(1);
    expect(await installReplies(cast.database.sql, starter)).toBe(0);
  });

  test.each([
    [{ ...reply, shortcut: 'two words' }, 'shortcut'],
    [{ ...reply, shortcut: '/slash' }, 'shortcut'],
    [{ ...reply, shortcut: 'x', titles: both('') }, 'titles'],
    [{ ...reply, shortcut: 'x', texts: both('') }, 'texts'],
    [{ ...reply, shortcut: 'x', texts: { 'zh-CN': 'a', en: '{{customer.password}}' } }, 'texts.en'],
    [{ ...reply, shortcut: 'x', texts: { 'zh-CN': 'a\u0000', en: '' } }, 'texts.zh-CN'],
    [{ ...reply, shortcut: 'x', texts: both('x'.repeat(8001)) }, 'texts.zh-CN'],
  ])('%j is refused', async (body, field) => {
    const answer = await admin.browser.post(shared, { ...body, teamId: null });
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer)).toContain(field);
  });

  test('a team that does not exist has none', async () => {
    const answer = await admin.browser.post(shared, { ...reply, shortcut: 'x', teamId: nobody });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['teamId']]);
  });
});

describe('brand', () => {
  const url = '/api/desk/admin/brand';
  const brand = {
    ...defaultBrand,
    name: { 'zh-CN': '好付', en: 'GoodPay' },
    accent: '#1D4ED8',
    phones: [{ number: '+86 400 555 0199', label: null }],
    emails: ['Help@GoodPay.example'],
    officialDomain: 'GoodPay.example',
  };

  test('is the default one until it is set, and nothing in it is invented', async () => {
    const { body } = await new Browser(cast).get('/api/brand');
    expect(body).toEqual(defaultBrand);
    expect([body.phones, body.emails, body.officialDomain]).toEqual([[], [], null]);
  });

  test('is set as a whole, and shown to everybody', async () => {
    const since = await auditSince(cast);
    const { status, body } = await admin.browser.put(url, brand);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accent: '#1d4ed8',
      emails: ['help@goodpay.example'],
      officialDomain: 'goodpay.example',
    });
    expect((await new Browser(cast).get('/api/brand')).body).toEqual(body);
    expect((await admin.browser.get(url)).body).toEqual(body);
    expect(await actionsOf(since)).toEqual(['brand.set']);
  });

  test('an accent that cannot be read on white is refused, with its contrast', async () => {
    const pale = await admin.browser.put(url, { ...brand, accent: '#777777' });
    expect([pale.status, pale.body.code, fieldsOf(pale)]).toEqual([400, 'contrast-too-low', ['accent']]);
    expect(pale.body.title).toContain('4.47');
    expect((await admin.browser.put(url, { ...brand, accent: '#767676' })).status).toBe(200);
  });

  test.each([
    [{ ...brand, accent: 'red;}body{display:none' }, 'accent'],
    [{ ...brand, name: { 'zh-CN': '好付', en: ' ' } }, 'name.en'],
    [{ ...brand, phones: [{ number: 'javascript:alert(1)', label: null }] }, 'phones.0.number'],
    [{ ...brand, emails: ['nobody'] }, 'emails.0'],
    [{ ...brand, officialDomain: 'https://x.example/' }, 'officialDomain'],
    [{ ...brand, emailReplyHours: 0 }, 'emailReplyHours'],
    [{}, 'name'],
  ])('%j is refused', async (body, field) => {
    const answer = await admin.browser.put(url, body);
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer)).toContain(field);
  });
});
