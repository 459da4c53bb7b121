import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InboxPage } from '../../src/contract/conversations.ts';
import type { Counters } from '../../src/contract/frames.ts';
import type { SearchPage } from '../../src/contract/search.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let lin: Person & { id: string };
let chen: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  [lin, chen] = await Promise.all([
    staffMember(database.sql, node.url, 'agent', 'Lin'),
    staffMember(database.sql, node.url, 'agent', 'Chen'),
  ]);
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const inbox = (person: Person, query: string) => person.get<InboxPage>(`/api/desk/conversations?${query}`);
const ids = ({ rows }: InboxPage) => rows.map((row) => row.id);

test('a conversation wanders through the views as it is claimed, given on, handed back and resolved', async () => {
  const { c } = await startedChat(node.url);
  const where = async (person: Person) => {
    const views = ['mine', 'unassigned', 'all', 'resolved'];
    const pages = await Promise.all(views.map((view) => inbox(person, `view=${view}`)));
    return views.filter((_, i) => ids(pages[i] as InboxPage).includes(c));
  };
  expect(await where(lin)).toEqual(['unassigned', 'all']);
  await lin.post(`/api/desk/conversations/${c}/claim`);
  expect(await where(lin)).toEqual(['mine', 'all']);
  await lin.post(`/api/desk/conversations/${c}/assignment`, { agentId: chen.id, teamId: null });
  expect(await where(lin)).toEqual(['all']);
  expect(await where(chen)).toEqual(['mine', 'all']);
  await chen.post(`/api/desk/conversations/${c}/hand-back`);
  expect(await where(chen)).toEqual(['unassigned', 'all']);
  await lin.post(`/api/desk/conversations/${c}/resolution`);
  expect(await where(lin)).toEqual(['resolved']);
  await lin.post(`/api/desk/conversations/${c}/reopening`);
  expect(await where(lin)).toEqual(['unassigned', 'all']);
});

test('pages follow each other without a gap or a double, newest first', async () => {
  const started = [];
  for (let i = 0; i < 12; i++) started.push((await startedChat(node.url)).c);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: InboxPage = await inbox(lin, `view=all&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...ids(page));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(0, 12)).toEqual(started.reverse());
});

test('a time that no calendar has is the caller’s mistake', async () => {
  const admin = await staffMember(database.sql, node.url, 'admin');
  expect((await admin.ask('GET', '/api/desk/admin/audit?from=0000-01-01T00:00:00Z')).status).toBe(400);
});

test.each([
  `2026-01-01T00:00:00.000Z ${'-'.repeat(36)}`,
  `+275760-09-13T00:00:00.000Z ${randomUUID()}`,
  `1 ${randomUUID()}`,
  `infinity ${randomUUID()}`,
  '\u0000',
])('a cursor that is not ours is refused by its name: %j', async (text) => {
  const cursor = Buffer.from(text).toString('base64url');
  const answer = await lin.ask('GET', `/api/desk/conversations?view=all&cursor=${cursor}`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ fields: [{ path: 'cursor' }] });
});

test('who watches the inbox is told of every change, and of the counters', async () => {
  const wire = await lin.connect();
  wire.send({ t: 'inbox', on: true });
  const before = (await wire.next('counters')).counters;
  const { c } = await startedChat(node.url);
  const { changed } = await wire.next('inbox', (frame) =>
    frame.changed.some((row) => row.id === c && row.unread),
  );
  expect(changed.find((row) => row.id === c)).toMatchObject({
    status: 'open',
    agent: null,
    customer: { name: 'Wei' },
  });
  await wire.next('counters', (frame) => frame.counters.unassigned === before.unassigned + 1);
  expect(await lin.get<Counters>('/api/desk/counters')).toMatchObject({ unassigned: before.unassigned + 1 });
  wire.close();
});

test('agents see who else looks at a conversation, and who left', async () => {
  const { c } = await startedChat(node.url);
  const [his, hers] = await Promise.all([lin.connect(), chen.connect()]);
  await his.follow(c);
  await hers.follow(c);
  his.send({ t: 'viewing', c });
  hers.send({ t: 'viewing', c });
  const both = await his.next('viewers', (frame) => frame.staff.length === 2);
  expect(both.staff.map(({ name }) => name).sort()).toEqual(['Chen', 'Lin']);
  hers.close();
  await his.next(
    'viewers',
    (frame) => his.frames.indexOf(frame) > his.frames.indexOf(both) && frame.staff.length === 1,
  );
  his.close();
});

test('colleagues see who comes, who is busy and who leaves', async () => {
  const his = await lin.connect();
  his.send({ t: 'inbox', on: true });
  await his.next('counters');
  // Somebody who was never here: one who left a moment ago and comes again is told to nobody.
  const newcomer = await staffMember(database.sql, node.url, 'agent');
  const hers = await newcomer.connect();
  const about = (connected: boolean, presence?: string) =>
    his.next(
      'presence',
      (frame) =>
        frame.agent === newcomer.id &&
        frame.connected === connected &&
        (presence ?? frame.presence) === frame.presence,
    );
  await about(true);
  await newcomer.put('/api/desk/me/presence', { presence: 'busy' });
  await about(true, 'busy');
  hers.close();
  await about(false);
  his.close();
});

test('a draft is kept for its writer only, guarded, and forgotten when emptied', async () => {
  const { c } = await startedChat(node.url);
  const path = `/api/desk/conversations/${c}/draft`;
  await lin.put(path, { text: 'I will check 4111 1111 1111 1111', note: true });
  expect(await lin.get(path)).toMatchObject({ text: 'I will check [card ••••1111]', note: true });
  expect(await chen.get(path)).toMatchObject({ text: '', updatedAt: null });
  await lin.put(path, { text: '', note: false });
  expect(await lin.get(path)).toMatchObject({ text: '', updatedAt: null });
});

/** Searches until the index has taken in what was just written. */
async function searchFor(q: string, fits: (page: SearchPage) => boolean): Promise<SearchPage> {
  for (;;) {
    const page = await lin.get<SearchPage>(`/api/desk/search?q=${encodeURIComponent(q)}`);
    if (fits(page)) return page;
    await new Promise(setImmediate);
  }
}

test('everything written is found: one Chinese character, a phrase, an English word, a note, a name, a case number', async () => {
  const customer = new Person(node.url, 'my');
  const start = {
    id: randomUUID(),
    form: { name: '欧阳小红', email: 'xiaohong@example.com', phone: '+86 139 1234 5678', topic: null },
    locale: 'zh-CN',
    message: { id: randomUUID(), text: '我的龘卡付款失败了, the merchant says insufficient' },
  };
  const { caseNumber } = await customer.post<{ caseNumber: string }>('/api/my/conversations', start);
  await lin.post(`/api/desk/conversations/${start.id}/notes`, {
    id: randomUUID(),
    text: 'zeppelin suspected',
  });
  const found = (page: SearchPage) => page.messages.some((hit) => hit.conversationId === start.id);
  for (const q of ['龘', '付款失败', 'insufficient', 'INSUFF', 'zeppelin', '龘卡 merchant']) {
    expect((await searchFor(q, found)).messages[0]?.caseNumber, q).toBe(caseNumber);
  }
  for (const q of ['欧', '小红', 'xiaohong', '5678', caseNumber, caseNumber.toLowerCase()]) {
    const { customers } = await lin.get<SearchPage>(`/api/desk/search?q=${encodeURIComponent(q)}`);
    expect(customers[0]?.name, q).toBe('欧阳小红');
  }
  const nothing = await lin.get<SearchPage>('/api/desk/search?q=%E9%BE%98%E6%AC%BE');
  expect(nothing).toMatchObject({ messages: [], customers: [] });
});

test('search pages go on through the whole history', async () => {
  const { customer, c } = await startedChat(node.url, 'xylophone 0');
  for (let i = 1; i < 25; i++) {
    await customer.post(`/api/my/conversations/${c}/messages`, { id: randomUUID(), text: `xylophone ${i}` });
  }
  await searchFor('xylophone 24', (page) => page.messages.length > 0);
  const seqs: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: SearchPage = await lin.get(
      `/api/desk/search?q=xylophone&limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    seqs.push(...page.messages.map((hit) => hit.seq));
    cursor = page.next;
  }
  expect(seqs).toEqual(Array.from({ length: 25 }, (_, i) => 26 - i));
});

test('the transcript holds what its reader may see, in every form', async () => {
  const { customer, c, caseNumber } = await startedChat(node.url, '<script>alert(1)</script> & "quotes"');
  await lin.post(`/api/desk/conversations/${c}/notes`, { id: randomUUID(), text: 'internal only' });
  await lin.post(`/api/desk/conversations/${c}/messages`, { id: randomUUID(), text: '您好' });
  for (const format of ['html', 'text', 'json']) {
    const hers = await (
      await customer.ask('GET', `/api/my/conversations/${c}/transcript?format=${format}`)
    ).text();
    const his = await (
      await lin.ask('GET', `/api/desk/conversations/${c}/transcript?format=${format}`)
    ).text();
    for (const text of [hers, his])
      for (const part of [caseNumber, '您好', 'Lin']) expect(text).toContain(part);
    expect(hers).not.toContain('internal only');
    expect(his).toContain('internal only');
    if (format === 'html') expect(hers).not.toContain('<script>');
  }
});

test('a history is claimed on another device by the code from the letter, and by nothing less', async () => {
  const email = `mei-${randomUUID().slice(0, 8)}@example.com`;
  const phone = new Person(node.url, 'my');
  const id = randomUUID();
  await phone.post('/api/my/conversations', {
    id,
    form: { name: 'Mei', email, topic: null },
    locale: 'en',
    message: { id: randomUUID(), text: 'from my phone' },
  });
  const laptop = new Person(node.url, 'my');
  await laptop.post('/api/my/claims', { email });
  const code =
    /\b\d{6}\b/.exec(node.letters.findLast((letter) => letter.to === email)?.text ?? '')?.[0] ?? '';
  const wrong = code === '123456' ? '654321' : '123456';
  expect((await laptop.ask('POST', '/api/my/claims/verify', { email, code: wrong })).status).toBe(400);
  expect((await laptop.ask('GET', `/api/my/conversations/${id}`)).status).toBe(404);
  const thief = new Person(node.url, 'my');
  await thief.post('/api/my/claims', { email });
  expect((await thief.ask('POST', '/api/my/claims/verify', { email, code })).status).toBe(400);
  expect(await laptop.post('/api/my/claims/verify', { email, code })).toEqual({ conversations: 1 });
  expect(await laptop.get(`/api/my/conversations/${id}`)).toMatchObject({ id });
  expect((await laptop.ask('POST', '/api/my/claims/verify', { email, code })).status).toBe(400);
  const typed = new Person(node.url, 'my');
  await startedChat(node.url, 'hi', typed);
  await typed.ask('PATCH', '/api/my', { email });
  expect((await typed.ask('GET', `/api/my/conversations/${id}`)).status).toBe(404);
});

test('five wrong codes spend the letter', async () => {
  const email = `li-${randomUUID().slice(0, 8)}@example.com`;
  const { customer } = await startedChat(node.url);
  await customer.post('/api/my/claims', { email });
  const code =
    /\b\d{6}\b/.exec(node.letters.findLast((letter) => letter.to === email)?.text ?? '')?.[0] ?? '';
  for (let i = 0; i < 5; i++) {
    const wrong = String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0');
    expect((await customer.ask('POST', '/api/my/claims/verify', { email, code: wrong })).status).toBe(400);
  }
  expect((await customer.ask('POST', '/api/my/claims/verify', { email, code })).status).toBe(400);
});
