import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventsPage } from '../../src/contract/conversations.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let agent: Person & { id: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  agent = await staffMember(database.sql, node.url, 'agent', 'Lin');
});
afterAll(async () => {
  await node.stop();
  await database.drop();
});

const CARD = '4111 1111 1111 1111';

/** What the customer's messages say, as they are kept. */
async function said(person: Person, c: string): Promise<string[]> {
  const { events } = await person.get<EventsPage>(`/api/${person.side}/conversations/${c}/events`);
  return events.flatMap((event) => (event.type === 'message.posted' ? [event.body.text] : []));
}

const post = (person: Person, c: string, text: string, more: object = {}) =>
  person.post(`/api/${person.side}/conversations/${c}/messages`, { id: randomUUID(), text, ...more });

test('a number cut in two is taken out of the second message, over the socket and over HTTP', async () => {
  const { customer, c } = await startedChat(node.url, 'hello');
  await post(customer, c, '6222 0212');
  const wire = await customer.connect();
  await wire.follow(c);
  const id = randomUUID();
  wire.send({ t: 'post', c, id, text: '3456 7890 128' });
  await wire.until(c, (events) => events.some((event) => event.id === id));
  wire.close();
  await post(customer, c, 'my verification code is');
  await post(customer, c, '839201');
  expect(await said(customer, c)).toEqual([
    'hello',
    '6222 0212',
    '[card ••••]',
    'my verification code is',
    '[code ••••]',
  ]);
});

test('what one side began is not held against what the other says', async () => {
  const { customer, c } = await startedChat(node.url, 'my pin is');
  await post(agent, c, '2026');
  expect(await said(customer, c)).toEqual(['my pin is', '2026']);
});

test('a repeated message is judged as it was the first time', async () => {
  const { customer, c } = await startedChat(node.url, 'hello');
  const id = randomUUID();
  for (let time = 0; time < 2; time++)
    await customer.post(`/api/my/conversations/${c}/messages`, { id, text: '55555555' });
  await post(customer, c, '55554444');
  expect(await said(customer, c)).toEqual(['hello', '55555555', '[card ••••]']);
});

test('"it is not one" is believed of a code and never of a card', async () => {
  const { customer, c } = await startedChat(node.url, 'hello');
  await post(customer, c, 'verification code 839201', { notSecret: ['otp'] });
  await post(customer, c, `verification code 839201 and ${CARD}`, { notSecret: ['otp', 'cvv'] });
  expect(await said(customer, c)).toEqual([
    'hello',
    'verification code 839201',
    'verification code 839201 and [card ••••1111]',
  ]);
  const refused = await customer.ask('POST', `/api/my/conversations/${c}/messages`, {
    id: randomUUID(),
    text: CARD,
    notSecret: ['card'],
  });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: 'invalid-input' });
});

test('notes, tags and drafts are guarded like messages', async () => {
  const { c } = await startedChat(node.url);
  const path = `/api/desk/conversations/${c}`;
  await agent.post(`${path}/notes`, { id: randomUUID(), text: `they said ${CARD}` });
  await agent.put(`${path}/tags`, { tags: [CARD] });
  const draft = await agent.put<{ text: string }>(`${path}/draft`, {
    text: `pin is 4821, ${CARD}`,
    note: false,
  });
  expect(draft.text).toBe('pin is [PIN ••••], [card ••••1111]');
  const { events } = await agent.get<EventsPage>(`${path}/events`);
  expect(events.find(({ type }) => type === 'note.added')?.body).toMatchObject({
    text: 'they said [card ••••1111]',
  });
  expect(events.find(({ type }) => type === 'conversation.tagged')?.body).toMatchObject({
    added: ['[card ••••1111]'],
  });
});

test('the form before a chat keeps no card, and refuses an address that holds one', async () => {
  const customer = new Person(node.url, 'my');
  const start = (form: object) =>
    customer.ask('POST', '/api/my/conversations', {
      id: randomUUID(),
      form: { name: 'Wei', email: 'wei@example.com', topic: 'payments', ...form },
      locale: 'en',
      message: { id: randomUUID(), text: 'hello' },
    });
  const solid = CARD.replaceAll(' ', '');
  const form = { name: `Wei ${CARD}`, phone: CARD, account: CARD, transaction: solid, topic: CARD };
  expect((await start(form)).status).toBe(201);
  expect(await customer.get('/api/my')).toMatchObject({
    name: 'Wei [card ••••1111]',
    phone: '[card ••••1111]',
    account: '[card ••••1111]',
  });
  const refused = await start({ email: `${solid}@example.com` });
  expect([refused.status, await refused.json()]).toMatchObject([400, { fields: [{ path: 'email' }] }]);
  const rows = await database.sql`select 1 from events where body like ${`%${solid.slice(0, 12)}%`}`;
  expect(rows).toHaveLength(0);
});

test('a search for a card finds where it was taken out, by its last four digits', async () => {
  const { customer, c } = await startedChat(node.url, `please check ${CARD}`);
  await post(customer, c, 'thanks');
  await expect
    .poll(
      async () => {
        const page = await agent.get<{ messages: { conversationId: string }[]; words: string[] }>(
          `/api/desk/search?q=${encodeURIComponent(CARD)}`,
        );
        expect(page.words.join(' ')).not.toContain('4111');
        return page.messages.map(({ conversationId }) => conversationId);
      },
      { timeout: 10_000 },
    )
    .toContain(c);
});

test('an agent who asks for a code is refused with better words, and the attempt is in the audit', async () => {
  const { customer, c } = await startedChat(node.url, 'hello');
  const supervisor = await staffMember(database.sql, node.url, 'supervisor');
  const path = `/api/desk/conversations/${c}`;
  const text = 'Please send me the verification code';
  const refused = await agent.ask('POST', `${path}/messages`, { id: randomUUID(), text });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    code: 'asks-for-secret',
    title: expect.stringContaining('You could write'),
  });
  const wire = await agent.connect();
  const id = randomUUID();
  wire.send({ t: 'post', c, id, text: 'What is your password?' });
  expect(await wire.next('refused', (frame) => frame.id === id)).toMatchObject({ code: 'asks-for-secret' });
  wire.close();
  const { rows } = await supervisor.get<{ rows: { detail: object; staffId: string }[] }>(
    `/api/desk/admin/audit?action=message.refused&subject=${c}`,
  );
  expect(rows.map(({ detail }) => detail)).toEqual([
    { asked: 'password', text: 'What is your password?' },
    { asked: 'otp', text },
  ]);
  expect(rows.every(({ staffId }) => staffId === agent.id)).toBe(true);
  // Talk about codes goes through, and so does a customer who quotes a swindler.
  await post(agent, c, 'Please never tell anybody your verification code.');
  await post(customer, c, 'They said: please send me the verification code');
  expect(await said(customer, c)).toHaveLength(3);
});
