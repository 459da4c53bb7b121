/**
 * What an idle customer costs: their chat is open, its conversation followed, and nobody writes.
 *
 * The server runs with a preload (probe.ts) that collects garbage and tells its memory when asked. A few hundred
 * sockets come and go first, so that what is loaded and compiled once is not charged to anybody. Then all sockets are
 * opened, by several processes from an address each; memory is resident memory, and the JavaScript heap with buffers.
 * With all of them idle, the longest time the event loop stood still during more than one whole period of heartbeats.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { addConversations, customerTickets } from './cast.ts';
import { type Child, start } from './child.ts';
import type { BenchDatabase } from './database.ts';
import type { IdleRequest } from './load/idle.ts';
import { undisturbed } from './machine.ts';
import type { Memory } from './probe.ts';
import { type Product, startProduct } from './product.ts';
import { round } from './stats.ts';

export interface IdleOptions {
  sockets: number;
  heartbeatSeconds: number;
}

type Customers = { ticket: string; c: string }[];

const PER_PROCESS = 4_000;
const WARM_UP = 2_000;
/** Files the server has open besides the sockets. */
const OTHER_FILES = 300;

/** Most sockets that one process here may hold. */
function filesAllowed(): number {
  try {
    const found = /Max open files +\d+ +(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'));
    return Number(found?.[1] ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const ask = <Answer>(child: Child, request: IdleRequest): Promise<Answer> => child.ask<Answer>(request);
const memoryOf = (server: Product): Promise<Memory> => server.ask<Memory>({ probe: 'memory' });

/** Opens the customers' sockets and says how to close them. */
async function connect(server: Product, customers: Customers): Promise<() => Promise<void>> {
  const crowds = Array.from({ length: Math.ceil(customers.length / PER_PROCESS) }, () =>
    start('test/bench/load/idle.ts'),
  );
  for (const [index, crowd] of crowds.entries()) {
    const part = customers.slice(index * PER_PROCESS, (index + 1) * PER_PROCESS);
    await ask(crowd, { do: 'join', port: server.port, from: `127.0.0.${index + 1}`, customers: part });
  }
  return async () => {
    for (const crowd of crowds) await crowd.stop();
  };
}

async function longestStall(server: Product, seconds: number): Promise<{ result: number; others: number }> {
  return undisturbed(async () => {
    await server.ask({ probe: 'watch' });
    await wait(seconds * 1000);
    return server.ask<number>({ probe: 'stall' });
  });
}

export async function measureIdle(
  database: BenchDatabase,
  options: IdleOptions,
): Promise<Record<string, unknown>> {
  const sockets = Math.min(options.sockets, filesAllowed() - OTHER_FILES);
  const all = await addConversations(database.sql, sockets + WARM_UP, []);
  const customers = await customerTickets(database.sql, all);
  const env = { HEARTBEAT_SECONDS: String(options.heartbeatSeconds) };
  const server = await startProduct(database, env, ['--expose-gc', '--import', './test/bench/probe.ts']);
  const leave = await connect(server, customers.slice(0, WARM_UP));
  await leave();
  await wait(1000);
  const before = await memoryOf(server);
  const close = await connect(server, customers.slice(WARM_UP));
  await wait(1000);
  const after = await memoryOf(server);
  const stall = await longestStall(server, options.heartbeatSeconds * 1.1);
  await close();
  await server.stop();
  const kilobytes = (key: keyof Memory) => round((after[key] - before[key]) / 1024 / sockets, 1);
  return {
    idle_sockets: sockets,
    kb_per_idle_connection: kilobytes('rss'),
    heap_kb_per_idle_connection: kilobytes('heap'),
    heartbeat_stall_ms: round(stall.result, 1),
    heartbeat_seconds: options.heartbeatSeconds,
    heartbeat_others_cpu_share: round(stall.others, 3),
  };
}
