import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { MyOffers, QueueView } from '../../src/contract/queue.ts';
import { type Cast, startCast } from '../staff/cast.ts';
import { atTheDesk, Customer, leavesTheDesk } from './cast.ts';

let cast: Cast;
let supervisor: Awaited<ReturnType<typeof atTheDesk>>;

beforeAll(async () => {
  cast = await startCast({ STAFF_IDLE_MINUTES: '1440' });
  supervisor = await atTheDesk(cast, 'supervisor');
});
afterEach(async () => {
  const { sql } = cast.database;
  const open = await sql<{ id: string }[]>`select id from conversations where status = 'open'`;
  for (const { id } of open) await supervisor.browser.post(`/api/desk/conversations/${id}/resolution`);
  await sql`delete from staff_connections where staff_id <> ${supervisor.id}`;
  await sql`delete from queue_waits`;
});
afterAll(() => cast.close());

/** What is asked within a second is answered from the same picture of the queue. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 8_000, interval: 100 });
const view = async (): Promise<QueueView> => (await supervisor.browser.get('/api/desk/queue')).body;
const customer = (text = 'What are the fees?', form = {}) => new Customer(cast).asks(text, form);
const auditOf = (action: string, subject: string) =>
  cast.database.sql`select staff_id, detail from audit where action = ${action} and subject_id = ${subject}`;

test('customers see their place, and an emergency that goes ahead is told to those behind it', async () => {
  const first = await customer();
  cast.later(5);
  const second = await customer();
  await soon(async () => expect(await second.place()).toMatchObject({ place: 2, emergenciesAhead: 0 }));
  cast.later(5);
  const urgent = await customer('Somebody stole my account', { urgent: true });
  await soon(async () => expect(await urgent.place()).toMatchObject({ place: 1 }));
  expect(await second.place()).toMatchObject({ place: 3, emergenciesAhead: 1 });
  const { rows } = await view();
  expect(rows.map(({ conversation }) => conversation.id)).toEqual([urgent.c, first.c, second.c]);
  const taken = await supervisor.browser.post('/api/desk/queue/next', {});
  expect(taken.body).toEqual({ conversationId: urgent.c });
  await soon(async () => expect(await second.place()).toMatchObject({ place: 2, emergenciesAhead: 0 }));
  expect(await urgent.place()).toMatchObject({ place: null, range: null });
});

test('whoever ends the conversation leaves the queue, and comes back into it by writing again', async () => {
  const one = await customer();
  await one.ends();
  const [left] = await cast.database.sql`select outcome from queue_waits where conversation_id = ${one.c}`;
  expect(left?.outcome).toBe('left');
  await soon(async () => expect(await one.place()).toMatchObject({ place: null }));
});

test('no range is given before anything is known, and one is once conversations were completed', async () => {
  const agent = await atTheDesk(cast);
  const waiting = await customer();
  await soon(async () => expect(await waiting.place()).toMatchObject({ place: 1, range: null }));
  for (let i = 0; i < 6; i += 1) {
    const one = await customer();
    await agent.browser.post(`/api/desk/conversations/${one.c}/claim`, {});
    cast.later(240);
    await agent.browser.post(`/api/desk/conversations/${one.c}/resolution`, {});
  }
  await soon(async () => {
    const { range } = await waiting.place();
    expect(range).not.toBeNull();
    expect(range?.to).toBeGreaterThan(range?.from ?? 0);
  });
  const [kept] = await cast.database
    .sql`select shown_to from queue_waits where conversation_id = ${waiting.c}`;
  expect(kept?.shown_to).toBeGreaterThan(0);
});

test('a team that pushes offers the case; who does not accept loses it to the front and is set away', async () => {
  const agent = await atTheDesk(cast);
  const admin = await atTheDesk(cast, 'admin');
  await leavesTheDesk(cast, admin.id);
  await supervisor.browser.put('/api/desk/me/presence', { presence: 'busy' });
  const team = (
    await admin.browser.post('/api/desk/admin/teams', {
      name: 'Fast',
      memberIds: [agent.id],
      assignment: 'push',
    })
  ).body;
  await admin.browser.post('/api/desk/admin/topics', {
    id: 'fast',
    icon: 'wallet',
    urgent: false,
    position: 1,
    texts: { 'zh-CN': { name: '快', description: '' }, en: { name: 'Fast', description: '' } },
    teamId: team.id,
    skills: [],
  });
  const offers = async (): Promise<MyOffers> => (await agent.browser.get('/api/desk/queue/offers')).body;
  const one = await customer('What are the fees?', { topic: 'fast' });
  await soon(async () =>
    expect((await offers()).rows.map(({ conversation }) => conversation.id)).toEqual([one.c]),
  );
  cast.later(31);
  await soon(async () => expect(await auditOf('offer.missed', one.c)).toHaveLength(1));
  expect((await agent.browser.get('/api/desk/me')).body.presence).toBe('away');
  await soon(async () => expect(await one.place()).toMatchObject({ place: 1, front: true }));

  await agent.browser.put('/api/desk/me/presence', { presence: 'online' });
  await soon(async () => expect((await offers()).rows).toHaveLength(1));
  expect((await agent.browser.post(`/api/desk/conversations/${one.c}/claim`, {})).status).toBe(200);
  expect((await offers()).rows).toEqual([]);
  await supervisor.browser.put('/api/desk/me/presence', { presence: 'online' });
});

test('an agent who leaves the desk loses a waiting customer to the front; the log, the audit and the customer say so', async () => {
  const agent = await atTheDesk(cast);
  const [one, other] = [await customer(), await customer()];
  await agent.browser.post(`/api/desk/conversations/${other.c}/claim`, {});
  await leavesTheDesk(cast, agent.id);
  cast.later(61);
  await soon(async () => expect(await auditOf('conversation.returned', other.c)).toHaveLength(1));
  const told = (await other.events()).filter(({ type }) => type === 'conversation.assigned').at(-1);
  expect(told?.body).toEqual({ agent: null, team: null, why: 'gone' });
  await soon(async () => expect(await other.place()).toMatchObject({ place: 1, front: true }));
  expect(await one.place()).toMatchObject({ place: 2 });
});

test('an agent who takes a case and writes nothing loses it, and who answered keeps it', async () => {
  const agent = await atTheDesk(cast);
  const [silent, answered] = [await customer(), await customer()];
  for (const { c } of [silent, answered]) await agent.browser.post(`/api/desk/conversations/${c}/claim`, {});
  await agent.browser.post(`/api/desk/conversations/${answered.c}/messages`, {
    id: crypto.randomUUID(),
    text: 'Hello',
  });
  cast.later(301);
  await soon(async () => expect(await auditOf('conversation.returned', silent.c)).toHaveLength(1));
  expect(await auditOf('conversation.returned', answered.c)).toHaveLength(0);
  await soon(async () => {
    const [wait] = await cast.database.sql`
      select not_agents from queue_waits where conversation_id = ${silent.c} and ended_at is null`;
    expect(wait?.not_agents).toEqual([agent.id]);
  });
  const { body } = await agent.browser.post('/api/desk/queue/next', {});
  expect(body).toEqual({ conversationId: null });
});

test('supervisors see who waits too long; an hour later nobody is forgotten', async () => {
  const one = await customer();
  cast.later(3600);
  await soon(async () => {
    const { unattended, rows } = await view();
    expect({ unattended, id: rows[0]?.conversation.id }).toEqual({ unattended: 1, id: one.c });
  });
});

test('how the queue is run is set by supervisors, with a line; agents may not', async () => {
  const agent = await atTheDesk(cast);
  const url = '/api/desk/admin/queue';
  const { body } = await supervisor.browser.get(url);
  expect((await agent.browser.put(url, body)).status).toBe(403);
  expect((await supervisor.browser.put(url, { ...body, acceptSeconds: 1 })).body.fields[0].path).toBe(
    'acceptSeconds',
  );
  expect((await supervisor.browser.put(url, { ...body, acceptSeconds: 20 })).body.acceptSeconds).toBe(20);
  expect(await auditOf('queue.set', 'queue')).toHaveLength(1);
  await supervisor.browser.put(url, body);
});

test('the contact page says plainly that nothing is known yet', async () => {
  const page = await cast.centre.app.inject({ url: '/contact?lang=en' });
  expect(page.body).toContain('There is no record yet');
  expect((await cast.centre.app.inject({ url: '/api/waits' })).json()).toEqual({ score: null, hours: [] });
});
