/** Puts conversations, agents and tickets into the database, as many at once as the HTTP routes rightly refuse. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { newToken, tokenHash } from '../../src/server/agents/secret-token.ts';
import { append, type Growth } from '../../src/server/conversations/append-store.ts';
import { nothingYet } from '../../src/server/conversations/state.ts';
import { seal } from '../../src/server/log/hash.ts';
import { issueTicket } from '../../src/server/realtime/tickets.ts';
import type { Cast } from './load/crowd.ts';

const AT_ONCE = 500;

export interface Agent {
  id: string;
  sessionId: string;
  /** Value of the staff cookie. */
  token: string;
}

/** Agents who are signed in. */
export async function addAgents(sql: Sql, count: number): Promise<Agent[]> {
  const agents = Array.from({ length: count }, () => ({
    id: randomUUID(),
    sessionId: randomUUID(),
    token: newToken(),
  }));
  for (const { id, sessionId, token } of agents) {
    await sql`insert into staff (id, email, name, display_name, role)
      values (${id}, ${`${id}@bench.invalid`}, 'Lin Wei', 'Lin', 'supervisor')`;
    await sql`insert into staff_sessions (id, token_hash, staff_id, created_at, seen_at)
      values (${sessionId}, ${tokenHash(token)}, ${id}, now(), now())`;
  }
  return agents;
}

interface Started {
  c: string;
  customerId: string;
}

function started({ c, customerId }: Started, agentId: string | null): Growth {
  const at = new Date().toISOString();
  const before = nothingYet(c, `B${randomBytes(6).toString('hex')}`, customerId);
  const row = seal(before.lastHash, {
    conversationId: c,
    seq: 1,
    id: c,
    type: 'conversation.started',
    at,
    actor: { kind: 'customer', id: customerId },
    body: JSON.stringify({ channel: 'chat', topic: null, locale: 'zh-CN' }),
  });
  const state = { ...before, agentId, lastSeq: 1, lastHash: row.hash, createdAt: at, activityAt: at };
  return { before, state, rows: [row], traces: [], erasures: [] };
}

/** Open conversations of one customer each, the first event of each on the log; dealt to the agents in turn. */
export async function addConversations(sql: Sql, count: number, agents: Agent[]): Promise<Started[]> {
  const all = Array.from({ length: count }, () => ({ c: randomUUID(), customerId: randomUUID() }));
  const growths = all.map((one, index) =>
    started(one, agents[index % Math.max(1, agents.length)]?.id ?? null),
  );
  for (let from = 0; from < count; from += AT_ONCE)
    await append(sql, growths.slice(from, from + AT_ONCE), []);
  return all;
}

const nowIsAnHourLater = { now: () => new Date(Date.now() + 3_600_000) };

/** Tickets that outlive the time it takes to open ten thousand sockets. */
export async function customerTickets(sql: Sql, all: Started[]): Promise<{ ticket: string; c: string }[]> {
  const tickets: { ticket: string; c: string }[] = [];
  for (const { c, customerId } of all) {
    const holder = { party: 'customer' as const, subjectId: customerId, sessionId: randomUUID(), ip: '' };
    tickets.push({ c, ticket: await issueTicket(sql, nowIsAnHourLater, holder) });
  }
  return tickets;
}

/** Customers with a conversation each, and agents who share them; all with tickets for their sockets. */
export async function makeCast(sql: Sql, customers: number, agentCount: number): Promise<Cast> {
  const agents = await addAgents(sql, agentCount);
  const all = await addConversations(sql, customers, agents);
  const staffed = agents.map(async ({ id, sessionId }, index) => ({
    ticket: await issueTicket(sql, nowIsAnHourLater, { party: 'staff', subjectId: id, sessionId, ip: '' }),
    cs: all.filter((_one, place) => place % agentCount === index).map(({ c }) => c),
  }));
  return { customers: await customerTickets(sql, all), agents: await Promise.all(staffed) };
}
