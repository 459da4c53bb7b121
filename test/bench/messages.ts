/**
 * How many messages a second, and how long one takes.
 *
 * The same customers, agents and conversations - one socket for each customer, agents sharing the conversations -
 * talk in turn through the product, a relay on bare `ws` and a relay on Socket.IO, the latter two storing nothing.
 * Frames are the same for all. A message counts once its agent has it and its sender was told that it is accepted;
 * in the product that is after its commit was flushed to disk.
 *
 * - Saturation: a closed loop with a fixed number of messages of each customer on their way. After a warm-up come
 *   rounds of one window for each server, so that what changes on the machine meets all of them. Rates are medians, and
 *   a ratio is the median of the rounds' ratios.
 * - Latency: an open loop at a given rate, from the moment a message was due until it counts.
 *
 * While one of them is measured the others are stopped (SIGSTOP): the product has work to do after a burst, for its
 * search index works only a tenth of the time while messages are committed, and nobody else is to pay for that.
 *
 * The load is one process with its own small WebSocket client (load/wire.ts) that copies prepared frames and counts
 * what comes back. The share of the processors that others used is measured with every window; a disturbed one is
 * repeated while patience lasts.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { makeCast } from './cast.ts';
import { type Child, start } from './child.ts';
import type { BenchDatabase } from './database.ts';
import type { Cast } from './load/crowd.ts';
import type { DialectName } from './load/dialect.ts';
import type { Latency, LoadRequest } from './load/run.ts';
import { undisturbed } from './machine.ts';
import { startProduct } from './product.ts';
import { median, round } from './stats.ts';

export interface TalkOptions {
  customers: number;
  agents: number;
  inFlight: number;
  rounds: number;
  seconds: number;
}

interface Contestant {
  name: 'product' | 'relay' | 'socketio';
  server: Child;
}

const WARM_UP_SECONDS = 2;
const FIXED_RATE = 2_000;

const ask = <Answer>(load: Child, request: LoadRequest): Promise<Answer> => load.ask<Answer>(request);

async function assemble(database: BenchDatabase, load: Child, cast: Cast): Promise<Contestant[]> {
  const product = await startProduct(database);
  const relay = start('test/bench/relay.ts');
  const socketio = start('test/bench/socketio-relay.ts');
  const joined: [Contestant['name'], Child, number, DialectName][] = [
    ['product', product, product.port, 'plain'],
    ['relay', relay, await relay.ask<number>({}), 'plain'],
    ['socketio', socketio, await socketio.ask<number>({}), 'socketio'],
  ];
  for (const [name, , port, dialect] of joined) await ask(load, { do: 'join', name, port, dialect, cast });
  return joined.map(([name, server]) => ({ name, server }));
}

interface Window {
  rate: number;
  others: number;
  /** Microseconds of processor time a message, by process. */
  cost: Record<string, number>;
}

const costOf = (
  spent: Map<number, number>,
  messages: number,
  known: Map<number, string>,
): Record<string, number> => {
  const cost: Record<string, number> = {};
  for (const [pid, seconds] of spent) {
    const name = known.get(pid) ?? 'database';
    cost[name] = round((cost[name] ?? 0) + (seconds * 1e6) / messages, 1);
  }
  return cost;
};

/** Runs something with all other contestants stopped. */
async function alone<Result>(
  contestants: Contestant[],
  name: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const others = contestants.filter((other) => other.name !== name);
  for (const { server } of others) server.process.kill('SIGSTOP');
  try {
    return await run();
  } finally {
    for (const { server } of others) server.process.kill('SIGCONT');
  }
}

async function warmUp(load: Child, contestants: Contestant[], { inFlight }: TalkOptions): Promise<void> {
  for (const { name } of contestants)
    await ask(load, { do: 'saturate', name, inFlight, seconds: WARM_UP_SECONDS });
}

/** Waits until the search index has read all that the log holds. */
async function caughtUp({ sql }: BenchDatabase): Promise<void> {
  for (let isBehind = true; isBehind; await wait(200)) {
    const [row] = await sql<[{ behind: boolean }]>`
      select exists (select 1 from events where type = 'message.posted'
        and pos > (select coalesce(max(pos), 0) from message_words)) as behind`;
    isBehind = row.behind;
  }
}

/** Rounds of one window for each. */
async function saturation(
  load: Child,
  contestants: Contestant[],
  options: TalkOptions,
): Promise<Record<string, Window[]>> {
  const { inFlight, rounds, seconds } = options;
  const windows: Record<string, Window[]> = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  for (let i = 0; i < rounds; i++) {
    for (const { name, server } of contestants) {
      const known = new Map([
        [process.pid, 'bench'],
        [load.process.pid ?? 0, 'load'],
        [server.process.pid ?? 0, 'server'],
      ]);
      const run = () =>
        ask<{ rate: number; done: number }>(load, { do: 'saturate', name, inFlight, seconds });
      const { result, others, spent } = await alone(contestants, name, () => undisturbed(run));
      windows[name]?.push({ rate: result.rate, others, cost: costOf(spent, result.done, known) });
    }
  }
  return windows;
}

async function latency(
  load: Child,
  contestants: Contestant[],
  name: string,
  rate: number,
  { rounds, seconds }: TalkOptions,
): Promise<Latency> {
  const runs: Latency[] = [];
  for (let i = 0; i < rounds; i++) {
    const run = () => ask<Latency>(load, { do: 'pace', name, rate, seconds: seconds + 0.5 });
    const { result } = await alone(contestants, name, () => undisturbed(run));
    runs.push(result);
  }
  const of = (key: keyof Latency) => round(median(runs.map((run) => run[key])), 2);
  return { p50: of('p50'), p99: of('p99'), max: of('max') };
}

export async function measureMessages(
  database: BenchDatabase,
  options: TalkOptions,
): Promise<Record<string, unknown>> {
  const load = start('test/bench/load/run.ts');
  const cast = await makeCast(database.sql, options.customers, options.agents);
  const contestants = await assemble(database, load, cast);
  await warmUp(load, contestants, options);
  await caughtUp(database);
  const fixed = await latency(load, contestants, 'product', FIXED_RATE, options);
  const windows = await saturation(load, contestants, options);
  const of = (name: string) => median((windows[name] ?? []).map(({ rate }) => rate));
  const [durable, bare] = [of('product'), of('relay')];
  const half = await latency(load, contestants, 'product', durable / 2, options);
  const relayHalf = await latency(load, contestants, 'relay', bare / 2, options);
  await load.stop();
  for (const { server } of contestants) await server.stop();
  return {
    bare_relay_msgs_s: round(bare),
    durable_msgs_s: round(durable),
    ratio: round(paired(windows.product, windows.relay), 3),
    socketio_msgs_s: round(of('socketio')),
    ratio_to_socketio: round(paired(windows.product, windows.socketio), 3),
    p50_ms: half.p50,
    p99_ms: half.p99,
    relay_p50_ms: relayHalf.p50,
    relay_p99_ms: relayHalf.p99,
    p50_ms_at_2000: fixed.p50,
    p99_ms_at_2000: fixed.p99,
    customers: options.customers,
    agents: options.agents,
    in_flight: options.customers * options.inFlight,
    windows: Object.fromEntries(
      Object.entries(windows).map(([name, list]) => [name, list.map(({ rate }) => round(rate))]),
    ),
    cpu_us_per_message: Object.fromEntries(
      Object.entries(windows).map(([name, list]) => [name, calmest(list).cost]),
    ),
    others_cpu_share: round(
      Math.max(
        ...Object.values(windows)
          .flat()
          .map(({ others }) => others),
      ),
      3,
    ),
  };
}

/** Median over the rounds of how much faster one was than the other, side by side: a slow minute meets both. */
const paired = (one: Window[] = [], other: Window[] = []): number =>
  median(one.map(({ rate }, index) => rate / (other[index]?.rate ?? Number.NaN)));

const calmest = (windows: Window[]): Window =>
  windows.reduce((best, window) => (window.others < best.others ? window : best));
