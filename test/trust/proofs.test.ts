import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  Contact,
  Proof,
  ProofAccepted,
  ShownProof,
  StaffNumberState,
} from '../../src/contract/proofs.ts';
import { wordsOf } from '../centre/visitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Node, startNode } from '../support/node.ts';
import { Person, staffMember, startedChat } from '../support/person.ts';

let database: TestDatabase;
let node: Node;
let other: Node;
let agent: Person & { id: string };
let colleague: Person & { id: string };
let staffNumber: string;
let addresses = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  [node, other] = await Promise.all([startNode(database.url, proxied), startNode(database.url, proxied)]);
  agent = await staffMember(database.sql, node.url, 'agent', 'Lin Yue');
  colleague = await staffMember(database.sql, node.url, 'agent');
  ({ staffNumber } = await agent.get<{ staffNumber: string }>('/api/desk/me'));
});
afterAll(async () => {
  await Promise.all([node.stop(), other.stop()]);
  await database.drop();
});

const proxied = { TRUST_PROXY: 'loopback' };
const ask = (customer: Person, c: string) => customer.post<Proof>(`/api/my/conversations/${c}/proof`);
const shownTo = (staff: Person, c: string) =>
  staff.get<ShownProof | null>(`/api/desk/conversations/${c}/proof`);

/** Each from an address of its own, so that the pace of one test says nothing of another. */
const enter = (customer: Person, code: string) =>
  customer.ask('POST', '/api/my/proofs', { code }, { 'x-forwarded-for': `203.0.113.${++addresses}` });
const refusal = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const refused = [400, 'proof-refused'];

/** A customer whose conversation `agent` has. */
async function chat(url = node.url) {
  const { customer, c, caseNumber } = await startedChat(url);
  await agent.post(`/api/desk/conversations/${c}/claim`);
  return { customer, c, caseNumber };
}

describe('a code', () => {
  test('is on the screens of the customer and of their agent, on any node, and on no other', async () => {
    const { customer, c } = await chat();
    const desk = await agent.connect();
    const elsewhere = await colleague.connect();
    customer.url = other.url;
    const proof = await ask(customer, c);
    expect(proof).toEqual({
      code: expect.stringMatching(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/),
      agent: { name: 'Lin Yue', staffNumber },
      secondsLeft: 60,
    });
    await desk.next('proof', (frame) => frame.c === c);
    expect(await shownTo(agent, c)).toMatchObject({ code: proof.code });
    expect(await shownTo(colleague, c)).toBeNull();
    expect(elsewhere.frames.filter(({ t }) => t === 'proof')).toEqual([]);
    desk.close();
    elsewhere.close();
  });

  test('says whose it is, once', async () => {
    const { customer, c, caseNumber } = await chat();
    const { code } = await ask(customer, c);
    const typed = ` ${code.replace('-', ' ').toLowerCase()} `;
    const answer = await enter(customer, typed);
    expect(await answer.json()).toEqual({
      agent: { name: 'Lin Yue', staffNumber },
      caseNumber,
    } satisfies ProofAccepted);
    expect(await refusal(await enter(customer, code))).toEqual(refused);
    expect(await shownTo(agent, c)).toBeNull();
  });

  test('works once when it is entered on two nodes at the same moment', async () => {
    const { customer, c } = await chat();
    const { code } = await ask(customer, c);
    const first = enter(customer, code);
    customer.url = other.url;
    const answers = await Promise.all([first, enter(customer, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('is no longer valid once there is a new one', async () => {
    const { customer, c } = await chat();
    const first = await ask(customer, c);
    const second = await ask(customer, c);
    expect(second.code).not.toBe(first.code);
    expect(await refusal(await enter(customer, first.code))).toEqual(refused);
    expect((await enter(customer, second.code)).status).toBe(200);
  });

  test('is no longer valid after a minute', async () => {
    const { customer, c } = await chat();
    const { code } = await ask(customer, c);
    await database.sql`update agent_proofs set expires_at = now() - interval '1 second' where code = ${code}`;
    expect(await shownTo(agent, c)).toBeNull();
    expect(await refusal(await enter(customer, code))).toEqual(refused);
  });

  test('of another customer is refused, and stays good for its own', async () => {
    const { customer, c } = await chat();
    const stranger = await chat();
    const { code } = await ask(customer, c);
    expect(await refusal(await enter(stranger.customer, code))).toEqual(refused);
    expect((await enter(customer, code)).status).toBe(200);
  });

  test('ends with the agent it was made for', async () => {
    const { customer, c } = await chat();
    const { code } = await ask(customer, c);
    await agent.post(`/api/desk/conversations/${c}/assignment`, { agentId: colleague.id, teamId: null });
    expect(await shownTo(agent, c)).toBeNull();
    expect(await shownTo(colleague, c)).toBeNull();
    expect(await refusal(await enter(customer, code))).toEqual(refused);
  });

  test.each(['', 'x', '000-000', 'KKKKKKKKKKKKK', '\u202e'])('%j is none', async (code) => {
    const { customer } = await chat();
    expect((await enter(customer, code)).status).toBe(400);
  });

  test('cannot be asked for before an agent is there, nor of somebody else’s conversation', async () => {
    const { customer, c } = await startedChat(node.url);
    const alone = await customer.ask('POST', `/api/my/conversations/${c}/proof`, {});
    expect(await refusal(alone)).toEqual([409, 'no-agent-yet']);
    const theirs = await chat();
    const foreign = await customer.ask('POST', `/api/my/conversations/${theirs.c}/proof`, {});
    expect(await refusal(foreign)).toEqual([404, 'conversation-not-found']);
  });

  test('cannot be guessed at the pace of a program', async () => {
    const { customer } = await chat();
    const from = { 'x-forwarded-for': '203.0.113.250' };
    const statuses: number[] = [];
    for (let i = 0; i < 16; i++)
      statuses.push((await customer.ask('POST', '/api/my/proofs', { code: 'K7M4QX' }, from)).status);
    expect(statuses).toContain(429);
  });
});

describe('a staff number', () => {
  const look = async (number: string) => {
    const headers = { 'x-forwarded-for': `203.0.114.${++addresses}` };
    const answer = await fetch(`${node.url}/api/check/staff?number=${encodeURIComponent(number)}`, {
      headers,
    });
    return (await answer.json()) as { state: StaffNumberState };
  };

  test('is of somebody at work, of somebody who is not, or of nobody; and no more is said', async () => {
    const desk = await agent.connect();
    await agent.put('/api/desk/me/presence', { presence: 'online' });
    await expect.poll(() => look(staffNumber.toLowerCase())).toEqual({ state: 'on-duty' });
    await agent.put('/api/desk/me/presence', { presence: 'away' });
    expect(await look(staffNumber)).toEqual({ state: 'exists' });
    for (const number of ['A999999', 'x', '', '%', staffNumber.slice(1)])
      expect(await look(number), number).toEqual({ state: 'unknown' });
    desk.close();
  });

  test('of somebody who left is nobody’s', async () => {
    const gone = await staffMember(database.sql, node.url, 'agent');
    const me = await gone.get<{ staffNumber: string }>('/api/desk/me');
    expect(await look(me.staffNumber)).toEqual({ state: 'exists' });
    await database.sql`update staff set disabled_at = now() where id = ${gone.id}`;
    expect(await look(me.staffNumber)).toEqual({ state: 'unknown' });
  });

  test('cannot be looked up at the pace of a program', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.251' };
    const statuses: number[] = [];
    for (let i = 0; i < 16; i++)
      statuses.push((await fetch(`${node.url}/api/check/staff?number=A${1000 + i}`, { headers })).status);
    expect(statuses).toContain(429);
  });
});

describe('who is contacting me', () => {
  const contacts = async (customer: Person) =>
    (await customer.get<{ rows: Contact[] }>('/api/my/contacts')).rows;
  const page = async (customer: Person) => {
    const answer = await customer.ask('GET', '/check?lang=en', undefined, { accept: 'text/html' });
    return wordsOf(await answer.text());
  };

  test('is the agent of an open conversation, and nobody before and after', async () => {
    const { customer, c, caseNumber } = await startedChat(node.url);
    expect(await contacts(customer)).toEqual([]);
    expect(await page(customer)).toContain('No agent of OKPay is contacting you now');
    await agent.post(`/api/desk/conversations/${c}/claim`);
    expect(await contacts(customer)).toMatchObject([
      { conversationId: c, caseNumber, channel: 'chat', agent: { name: 'Lin Yue', staffNumber } },
    ]);
    const words = await page(customer);
    expect(words).toMatch(/Lin Yue/);
    expect(words).toContain('hang up');
    await customer.post(`/api/my/conversations/${c}/resolution`);
    expect(await contacts(customer)).toEqual([]);
  });

  test('is not told to strangers', async () => {
    const stranger = new Person(node.url, 'my');
    expect((await stranger.ask('GET', '/api/my/contacts')).status).toBe(401);
    const words = await page(stranger);
    expect(words).toContain('cannot see who contacts you');
    expect(words).not.toContain('Lin Yue');
  });
});

test('the page takes numbers and codes without a script', async () => {
  const { customer, c, caseNumber } = await chat();
  const send = async (form: Record<string, string>) => {
    const headers = {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `203.0.115.${++addresses}`,
    };
    const body = new URLSearchParams(form).toString();
    const answer = await customer.ask('POST', '/check?lang=en', body, headers);
    expect(answer.status).toBe(200);
    return wordsOf(await answer.text());
  };
  expect(await send({ number: staffNumber })).toContain(`Staff number ${staffNumber} is one of our agents`);
  expect(await send({ number: 'A999999' })).toContain('There is no staff number A999999');
  const { code } = await ask(customer, c);
  expect(await send({ code })).toContain(
    `this is Lin Yue (staff no. ${staffNumber}), the agent of your conversation ${caseNumber}`,
  );
  expect(await send({ code })).toContain('This code is not valid');
});
