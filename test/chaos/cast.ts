import type { Sql } from 'postgres';
import { addStaff } from '../../src/server/agents/add-staff.ts';
import { Browser } from './browser.ts';
import { type Habits, Writer } from './people.ts';
import type { Random } from './random.ts';
import type { Witness } from './witness.ts';

export interface CastSize {
  readonly customers: number;
  readonly agents: number;
  /** Mean milliseconds between two messages of one writer in one conversation. */
  readonly paceMs: number;
}

/** Addresses of the server: through the cutting network, and through one that lets no WebSocket pass. */
export interface Addresses {
  readonly open: string;
  readonly withoutSockets: string;
}

export interface Cast {
  readonly writers: Writer[];
  readonly customers: Writer[];
  readonly conversations: string[];
}

const password = 'a long enough passphrase 4 chaos';

/** Every third talks over long polling. */
const addressOf = (i: number, { open, withoutSockets }: Addresses): string => (i % 3 === 2 ? withoutSockets : open);

async function hireAgents(size: CastSize, addresses: Addresses, sql: Sql, random: Random, witness: Witness): Promise<Writer[]> {
  const habits: Habits = { paceMs: size.paceMs, reloads: 0.003, acts: 0.01 };
  return Promise.all(
    Array.from({ length: size.agents }, async (_, i) => {
      const name = `agent ${i}`;
      const email = `agent-${i}@okpay.example`;
      await addStaff(sql, { email, name, role: 'senior', locale: 'en', password, capacity: 100 }, new Date());
      const own = random.fork(name);
      const browser = new Browser(addressOf(i, addresses), 'desk', own, witness);
      await browser.insist('POST', '/api/desk/session', { email, password });
      const writer = new Writer(name, browser, habits, own, witness);
      writer.page.connection.send({ t: 'inbox', on: true });
      return writer;
    }),
  );
}

/**
 * Agents, and customers who have each started one conversation. Every fourth customer has two tabs open. Two agents
 * follow and write in each conversation.
 */
export async function gatherCast(size: CastSize, addresses: Addresses, sql: Sql, random: Random, witness: Witness): Promise<Cast> {
  const agents = await hireAgents(size, addresses, sql, random, witness);
  const habits: Habits = { paceMs: size.paceMs, reloads: 0.01, acts: 0.01 };
  const customers: Writer[] = [];
  const tabs: Writer[] = [];
  const conversations: string[] = [];
  for (let i = 0; i < size.customers; i += 1) {
    const name = `customer-${i}`;
    const browser = new Browser(addressOf(i, addresses), 'my', random.fork(`${name} browser`), witness);
    const customer = new Writer(name, browser, habits, random.fork(name), witness);
    const c = await customer.start();
    conversations.push(c);
    customer.open(c);
    for (const agent of [agents[i % agents.length], agents[(i + 1) % agents.length]]) agent?.open(c);
    customers.push(customer);
    if (i % 4 !== 0) continue;
    const tab = new Writer(`${name}-tab`, browser, habits, random.fork(`${name}-tab`), witness);
    tab.open(c);
    tabs.push(tab);
  }
  return { writers: [...agents, ...customers, ...tabs], customers, conversations };
}
