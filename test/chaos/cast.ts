import type { Sql } from 'postgres';
import { addStaff } from '../../src/server/agents/add-staff.ts';
import { Browser } from './browser.ts';
import { type Habits, startConversation, Writer } from './people.ts';
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

/** Everybody who has a page open. */
export interface Cast {
  readonly agents: Writer[];
  readonly customers: Writer[];
  readonly writers: Writer[];
}

const password = 'a long enough passphrase 4 chaos';

/** Every third talks over long polling. */
const addressOf = (i: number, { open, withoutSockets }: Addresses): string =>
  i % 3 === 2 ? withoutSockets : open;

async function hireAgents(
  size: CastSize,
  addresses: Addresses,
  sql: Sql,
  random: Random,
  witness: Witness,
): Promise<Writer[]> {
  const habits: Habits = { paceMs: size.paceMs, reloads: 0.003, acts: 0.01 };
  return Promise.all(
    Array.from({ length: size.agents }, async (_, i) => {
      const name = `agent ${i}`;
      const email = `agent-${i}@okpay.example`;
      await addStaff(sql, { email, name, role: 'senior', locale: 'en', password, capacity: 100 }, new Date());
      const own = random.fork(name);
      const browser = new Browser(addressOf(i + 1, addresses), 'desk', own, witness);
      await browser.insist('POST', '/api/desk/session', { email, password });
      return new Writer(name, browser, habits, own, witness);
    }),
  );
}

const customerHabits = (size: CastSize): Habits => ({ paceMs: size.paceMs, reloads: 0.01, acts: 0.01 });

/** Somebody whom the centre has never seen starts a conversation; two agents follow it and write in it. */
async function newcomer(
  i: number,
  size: CastSize,
  addresses: Addresses,
  agents: Writer[],
  random: Random,
  witness: Witness,
): Promise<Writer | null> {
  const name = `customer-${i}`;
  const own = random.fork(name);
  const browser = new Browser(addressOf(i, addresses), 'my', own.fork('browser'), witness);
  const c = await startConversation(name, browser, own, witness);
  if (c === null) return null;
  const customer = new Writer(name, browser, customerHabits(size), own, witness);
  customer.open(c);
  for (const agent of [agents[i % agents.length], agents[(i + 1) % agents.length]]) agent?.open(c);
  return customer;
}

/** Agents, and customers who have each started one conversation. Every fourth customer has two tabs open. */
export async function gatherCast(
  size: CastSize,
  addresses: Addresses,
  sql: Sql,
  random: Random,
  witness: Witness,
): Promise<Cast> {
  const agents = await hireAgents(size, addresses, sql, random, witness);
  const customers: Writer[] = [];
  const tabs: Writer[] = [];
  for (let i = 0; i < size.customers; i += 1) {
    const customer = await newcomer(i, size, addresses, agents, random, witness);
    if (customer === null) continue;
    customers.push(customer);
    if (i % 4 !== 0) continue;
    const tab = new Writer(
      `${customer.name}-tab`,
      customer.browser,
      customerHabits(size),
      random.fork(`${customer.name}-tab`),
      witness,
    );
    for (const c of customer.conversations) tab.open(c);
    tabs.push(tab);
  }
  return { agents, customers, writers: [...agents, ...customers, ...tabs] };
}

/** In the middle of it all somebody new comes (and is answered), and every second time somebody known starts again. */
export async function startMore(
  i: number,
  cast: Cast,
  size: CastSize,
  addresses: Addresses,
  random: Random,
  witness: Witness,
): Promise<Writer | null> {
  const known = cast.customers[i % cast.customers.length];
  if (i % 2 === 1 && known !== undefined) {
    const c = await startConversation(known.name, known.browser, random, witness);
    if (c === null) return null;
    known.open(c);
    cast.agents[i % cast.agents.length]?.open(c);
    return null;
  }
  const customer = await newcomer(cast.customers.length, size, addresses, cast.agents, random, witness);
  if (customer === null) return null;
  cast.customers.push(customer);
  cast.writers.push(customer);
  return customer;
}
