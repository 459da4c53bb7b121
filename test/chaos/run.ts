import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { openDatabase } from '../../src/server/platform/pg/open.ts';
import { type Cast, gatherCast } from './cast.ts';
import { hasIndexed } from './checks/followers.ts';
import { behind, receiptsBehind } from './checks/pages.ts';
import { Faults } from './faults.ts';
import { untilNothingLacks } from './healing.ts';
import { makePlan } from './plan.ts';
import { Proxy } from './proxy.ts';
import { Random } from './random.ts';
import { ServerProcess } from './server.ts';
import type { Size } from './sizes.ts';
import { judge } from './verdict.ts';
import { type ViolationKind, violationKinds, Witness } from './witness.ts';

const HEAL_WITHIN_MS = 10_000;
/** Even a slow machine gets the messages through long before. */
const LOAD_MAX_MS = 20 * 60_000;

export type Figures = Record<ViolationKind, number> & Record<string, number | string>;

export interface Outcome {
  readonly ok: boolean;
  readonly figures: Figures;
  /** Some of what went wrong, in words. */
  readonly details: string[];
}

/** One run: people talk through a bad network to a server that keeps being killed; then everything is held against everything. */
export async function runChaos(seed: string, size: Size, tell: (line: string) => void): Promise<Outcome> {
  const random = new Random(seed);
  const witness = new Witness();
  const folder = mkdtempSync(join(tmpdir(), `okpay-chaos-${process.pid}-`));
  chmodSync(folder, 0o711);
  const proxies = [new Proxy(random.fork('open')), new Proxy(random.fork('blocked'), true)] as const;
  const [open, withoutSockets] = await Promise.all(proxies.map((proxy) => proxy.listen()));
  const server = startServer(folder, proxies, witness);
  await server.start();
  const sql = openDatabase(server.databaseUrl, { max: 2 });
  const startedAt = performance.now();
  const addresses = { open: open ?? '', withoutSockets: withoutSockets ?? '' };
  const cast = await gatherCast(size, addresses, sql, random.fork('cast'), witness);
  const faults = new Faults(server, [...proxies], (line) => tell(`${stamp(startedAt)} ${line}, ${witness.acked.size} acknowledged`));
  await talk(cast, witness, size, faults.inflict(makePlan(random.fork('plan'), size)));
  const talkedMs = performance.now() - startedAt;

  for (const proxy of proxies) proxy.heal();
  const healing = await heal(sql, cast, witness);
  const judged = await judge(sql, cast, witness);
  for (const { page } of cast.writers) page.close();
  const drained = await server.stop();
  if (drained !== 0) witness.violate('server_failed', `SIGTERM ended it with ${drained}`);
  await sql.end({ timeout: 1 });
  await Promise.all(proxies.map((proxy) => proxy.close()));

  const kills = faults.serverKills + faults.databaseStops;
  if (kills < size.killsAtLeast) witness.violate('run_incomplete', `only ${kills} kills`);
  if (witness.acked.size < size.messages) witness.violate('run_incomplete', `only ${witness.acked.size} messages`);
  const counts = Object.fromEntries(violationKinds.map((kind) => [kind, witness.count(kind)])) as Record<ViolationKind, number>;
  const ok = witness.violations.size === 0;
  const details = [...witness.violations].flatMap(([kind, all]) => all.slice(0, 5).map((detail) => `${kind}: ${detail}`));
  if (ok) rmSync(folder, { recursive: true, force: true });
  else details.push(`kept for a look: ${folder}`);
  const figures = {
    seed,
    messages_acknowledged: witness.acked.size,
    events: judged.events,
    server_kills: faults.serverKills,
    database_stops: faults.databaseStops,
    network_faults: faults.cuts,
    pages: cast.writers.length,
    reloads: witness.reloads,
    refused: witness.refused.size,
    seconds: Math.round(talkedMs / 1000),
    ...healing,
    ...counts,
  };
  return { ok, figures, details };
}

const stamp = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

function startServer(folder: string, proxies: readonly Proxy[], witness: Witness): ServerProcess {
  const aim = (port: number | null) => {
    for (const proxy of proxies) proxy.target = port;
  };
  const settings = { LOG_LEVEL: 'warn', SOCKET_MESSAGES_PER_SECOND: '1000', HEARTBEAT_SECONDS: '3' };
  const server = new ServerProcess(folder, settings, {
    ready: aim,
    gone: () => aim(null),
    endedByItself: (complaint) => {
      witness.violate('server_failed', `ended by itself: ${complaint}`);
      void server.start();
    },
  });
  return server;
}

/** Everybody writes until the faults are over and enough was said. */
async function talk(cast: Cast, witness: Witness, size: Size, faults: Promise<void>): Promise<void> {
  const over = new AbortController();
  const deadline = performance.now() + LOAD_MAX_MS;
  const writing = cast.writers.map((writer) => writer.live(over.signal));
  try {
    await faults;
    while (witness.acked.size < size.messages && performance.now() < deadline) await wait(50);
  } finally {
    over.abort();
    await Promise.all(writing);
  }
}

/** Waits until all clients are equal, then until the slower readers of the log are done; says how long each took. */
async function heal(sql: Sql, cast: Cast, witness: Witness): Promise<Record<string, number>> {
  const pages = () => cast.writers.map(({ page }) => page);
  const equal = await untilNothingLacks(() => behind(sql, pages()));
  if (equal.ms > HEAL_WITHIN_MS) witness.violate('healed_late', `${equal.ms} ms`);
  for (const lack of equal.lacking) witness.violate('clients_differ', lack);
  const ticks = await untilNothingLacks(() => receiptsBehind(sql, pages()));
  if (equal.ms + ticks.ms > HEAL_WITHIN_MS) witness.violate('healed_late', `receipts: ${equal.ms + ticks.ms} ms`);
  for (const lack of ticks.lacking) witness.violate('receipts_differ', lack);
  await untilNothingLacks(async () => ((await hasIndexed(sql)) ? [] : ['the search index']));
  return { equal_ms: equal.ms, receipts_ms: equal.ms + ticks.ms };
}
