import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckAnswer, OfficialSetting, ReportedChannel } from '../../src/contract/official.ts';
import { noChannels } from '../../src/contract/official.ts';
import { Visitor, wordsOf } from '../centre/visitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let admin: Person & { id: string };
let guest: Person;

const settingUrl = '/api/desk/admin/official-channels';
const queueUrl = '/api/desk/admin/reported-channels';
const channels = {
  ...noChannels,
  domains: ['pay.example'],
  mailDomains: ['pay.example'],
  phones: ['+86 400 555 0142'],
  accounts: [{ network: 'wechat', handle: 'pay_service' }],
};

beforeAll(async () => {
  database = await createTestDatabase();
  // Every person comes from an address of their own, so that the limits of one say nothing of another.
  node = await startNode(database.url, {
    PUBLIC_URL: 'https://help.company.example',
    TRUST_PROXY: 'loopback',
  });
  admin = await staffMember(database.sql, node.url, 'admin');
  guest = new Person(node.url, 'my');
  await admin.put(settingUrl, channels);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const check = (text: string) => guest.post<CheckAnswer>('/api/check', { text });
const waiting = async () => (await admin.get<{ rows: ReportedChannel[] }>(`${queueUrl}?state=waiting`)).rows;

test.each([
  ['https://help.company.example/chat', 'official'],
  ['pay.example', 'official'],
  ['400-555-0142', 'official'],
  ['微信：pay_service', 'official'],
  ['https://pay.example.evil.example/', 'not_official'],
  ['微信：pay_service2', 'not_official'],
  ['hello', 'unknown'],
])('%s is %s, with a reason and what to do', async (text, verdict) => {
  const answer = await check(text);
  expect(answer.verdict).toBe(verdict);
  expect(answer.reason).toMatch(/\.$/);
  expect(answer.advice).toMatch(/\.$/);
});

test('what the brand names is official without being set again', async () => {
  const brand = await admin.get<Record<string, unknown>>('/api/desk/admin/brand');
  expect((await check('help@shared.example')).verdict).toBe('not_official');
  await admin.put('/api/desk/admin/brand', {
    ...brand,
    emails: ['help@shared.example'],
    officialDomain: 'wallet.example',
    phones: [{ number: '+1 800 555 0142', label: null }],
  });
  for (const text of ['help@shared.example', 'https://www.wallet.example', '+1-800-555-0142'])
    expect((await check(text)).verdict, text).toBe('official');
  const { standing } = await admin.get<OfficialSetting>(settingUrl);
  expect(standing).toEqual({
    domains: ['help.company.example', 'wallet.example'],
    mailAddresses: ['help@shared.example'],
    phones: ['+1 800 555 0142'],
  });
  expect(await guest.get('/api/official-domains')).toEqual({
    domains: ['help.company.example', 'wallet.example', 'pay.example'],
  });
});

describe('the list is kept at the desk', () => {
  test('with a line in the audit that says what changed', async () => {
    await admin.put(settingUrl, { ...channels, domains: ['pay.example', 'new.example'] });
    expect((await check('new.example')).verdict).toBe('official');
    await admin.put(settingUrl, channels);
    expect((await check('new.example')).verdict).toBe('not_official');
    const { rows } = await admin.get<{ rows: { action: string; detail: object }[] }>(
      '/api/desk/admin/audit?kind=setting',
    );
    expect(rows[0]).toMatchObject({
      action: 'channels.set',
      detail: { domains: { from: ['pay.example', 'new.example'], to: ['pay.example'] } },
    });
  });

  test.each([
    [{ domains: ['not a domain'] }, 'domains.0'],
    [{ phones: ['abc'] }, 'phones.0'],
    [{ accounts: [{ network: 'fax', handle: 'x' }] }, 'accounts.0.network'],
    [{ country: 'China' }, 'country'],
  ])('%j is refused', async (part, path) => {
    const answer = await admin.ask('PUT', settingUrl, { ...channels, ...part });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ path })]),
    });
  });

  test('by administrators alone', async () => {
    const senior = await staffMember(database.sql, node.url, 'senior');
    expect((await senior.ask('GET', settingUrl)).status).toBe(403);
    expect((await senior.ask('PUT', settingUrl, channels)).status).toBe(403);
    expect((await senior.ask('GET', queueUrl)).status).toBe(200);
    const agent = await staffMember(database.sql, node.url, 'agent');
    expect((await agent.ask('GET', queueUrl)).status).toBe(403);
  });
});

describe('what customers report', () => {
  const message = 'OKPay: your card 6222 0212 3456 7890 128 is locked, open https://fake-pay.example/a';

  test('waits for staff with counts by host, and without secrets', async () => {
    for (const text of [message, 'see https://fake-pay.example/b', 'or other-fake.example'])
      await guest.post('/api/check/reports', { text });
    const rows = await waiting();
    expect(rows.map(({ kind, means, reports }) => [kind, means, reports])).toEqual([
      ['link', 'fake-pay.example', 2],
      ['link', 'other-fake.example', 1],
    ]);
    expect(rows[0]?.latest).toBe('see https://fake-pay.example/b');
    const [{ texts }] = await database.sql<[{ texts: string }]>`
      select string_agg(text, ' ') as texts from channel_reports`;
    expect(texts).not.toMatch(/6222 0212/);
  });

  test('is looked at once, and waits again when it is reported again', async () => {
    const [first] = await waiting();
    const review = `${queueUrl}/${first?.id}/review`;
    expect((await admin.ask('POST', review, {})).status).toBe(204);
    expect((await admin.ask('POST', review, {})).status).toBe(404);
    expect((await waiting()).map(({ means }) => means)).toEqual(['other-fake.example']);
    const { rows } = await admin.get<{ rows: ReportedChannel[] }>(`${queueUrl}?state=reviewed`);
    expect(rows).toMatchObject([{ means: 'fake-pay.example', reviewedBy: expect.any(String) }]);
    await guest.post('/api/check/reports', { text: 'fake-pay.example' });
    expect((await waiting())[0]).toMatchObject({ means: 'fake-pay.example', reports: 3, reviewedAt: null });
  });

  test.each(['https://pay.example', 'nothing at all', '400-555-0142'])('is not %s', async (text) => {
    const answer = await guest.ask('POST', '/api/check/reports', { text });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ fields: [{ path: 'text' }] });
  });
});

test('nobody checks or reports faster than a person does', async () => {
  const from = { 'x-forwarded-for': '198.51.100.77' };
  const statuses = async (path: string, times: number) => {
    const all: number[] = [];
    for (let i = 0; i < times; i++) {
      const answer = await guest.ask('POST', path, { text: 'evil.example' }, from);
      all.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    return all;
  };
  expect(await statuses('/api/check', 60)).toContain(429);
  expect(await statuses('/api/check/reports', 12)).toContain(429);
  expect((await check('pay.example')).verdict).toBe('official');
});

describe('the page works without a script', () => {
  const visitor = () => new Visitor(node.url, 'zh-CN', 'https://help.company.example');

  test('and answers what was pasted, with the reason and the way on', async () => {
    const answer = await visitor().send('/check', {
      text: '【Pay】请打开 https://pay.example.evil.example/x',
    });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('data-verdict="not_official"');
    expect(wordsOf(page)).toMatch(/不是官方.*evil\.example.*不要打开.*一键举报/s);
    expect(page).toContain('action="/check/report"');
  });

  test('and takes a report in one tap', async () => {
    const answer = await visitor().send('/check/report', { text: 'one-tap.example' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/check?reported=1']);
    expect(wordsOf(await visitor().read('/check?reported=1'))).toContain('已收到举报');
    expect((await waiting()).map(({ means }) => means)).toContain('one-tap.example');
  });

  test('and lists what is official', async () => {
    const words = wordsOf(await visitor().read('/check?lang=en'));
    for (const each of ['help.company.example', 'pay.example', '+86 400 555 0142', 'WeChat pay_service'])
      expect(words).toContain(each);
  });

  test('and takes any text without failing', async () => {
    for (const text of ['', '\u0000', '\ud800', '<script>alert(1)</script>', 'x'.repeat(9_000)]) {
      const answer = await visitor().send('/check', { text });
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('<script>alert');
    }
    expect((await visitor().send('/check/report', { text: '' })).status).toBe(400);
  });
});

test('the check is one tap away from home, header and footer', async () => {
  const page = await new Visitor(node.url).read('/');
  expect(page.match(/href="\/check"/g)?.length).toBeGreaterThanOrEqual(3);
});
