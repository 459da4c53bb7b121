import { setTimeout as wait } from 'node:timers/promises';
import type { Cast } from './cast.ts';
import { hasIndexed } from './checks/followers.ts';
import { inboxesBehind } from './checks/inboxes.ts';
import { behind, receiptsBehind } from './checks/pages.ts';
import type { Stage } from './stage.ts';
import type { ViolationKind, Witness } from './witness.ts';

/** The promise: this long after everything works again, all clients are equal. */
const HEAL_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;
/** Long after the promise is broken we still want to know whether it is late or never. */
const GIVE_UP_MS = 40_000;

/** What was lacking when the promise was broken, and when hope was given up; both empty when all is well in time. */
interface Wait {
  readonly late: string[];
  readonly never: string[];
}

async function untilNothingLacks(from: number, lacking: () => Promise<string[]>): Promise<Wait> {
  let late: string[] = [];
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const never = await lacking().catch((error: unknown) => [String(error)]);
    const ms = performance.now() - from;
    if (ms > HEAL_WITHIN_MS && late.length === 0) late = never;
    if (never.length === 0 || performance.now() > giveUpAt) return { late, never };
    await wait(LOOK_EVERY_MS);
  }
}

/** Takes all faults away, and resolves when server and database answer again: from here on the clock runs. */
async function restore({ server, proxies, sql }: Stage): Promise<void> {
  await server.ready;
  await server.databaseReady();
  await untilNothingLacks(performance.now(), async () => (await sql`select 1`).slice(1).map(String));
  for (const proxy of proxies) proxy.heal();
}

/** Heals everything and waits until all clients are equal; says after how many milliseconds each of it was. */
export async function heal(stage: Stage, cast: Cast, witness: Witness): Promise<Record<string, number>> {
  await restore(stage);
  const restoredAt = performance.now();
  let from = restoredAt;
  const { sql } = stage;
  const pages = cast.writers.map(({ page }) => page);
  const until = async (kind: ViolationKind, lacking: () => Promise<string[]>): Promise<number> => {
    const { late, never } = await untilNothingLacks(from, lacking);
    for (const lack of never) witness.violate(kind, lack);
    const ms = Math.round(performance.now() - from);
    if (ms > HEAL_WITHIN_MS)
      witness.violate('healed_late', `${kind} for ${ms} ms: ${late.slice(0, 3).join('; ')}`);
    // Ticks follow the messages they are about, and rows the ticks: the time for each begins when the one before was done.
    from = performance.now();
    return Math.round(from - restoredAt);
  };
  const [equal_ms, receipts_ms, inboxes_ms] = [
    await until('clients_differ', () => behind(sql, pages)),
    await until('receipts_differ', () => receiptsBehind(sql, pages)),
    await until('inboxes_differ', () => inboxesBehind(cast.agents)),
  ];
  await untilNothingLacks(from, async () => ((await hasIndexed(sql)) ? [] : ['the search index']));
  return { equal_ms, receipts_ms, inboxes_ms };
}
