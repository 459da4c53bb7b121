import { setTimeout as wait } from 'node:timers/promises';
import { type Cast, gatherCast, startMore } from './cast.ts';
import { Faults } from './faults.ts';
import { heal } from './healing.ts';
import { makePlan } from './plan.ts';
import { Random } from './random.ts';
import type { Size } from './sizes.ts';
import { type Stage, setStage } from './stage.ts';
import { judge } from './verdict.ts';
import { type ViolationKind, violationKinds, Witness } from './witness.ts';

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
  const stage = await setStage(random, witness);
  let figures: Record<string, number> | null = null;
  try {
    figures = await perform(stage, random, witness, size, tell);
  } finally {
    await stage.strike(() => figures === null || witness.violations.size > 0);
  }
  const counts = violationKinds.map((kind) => [kind, witness.count(kind)]);
  return outcomeOf({ seed, ...figures, ...Object.fromEntries(counts) }, stage, witness);
}

async function perform(
  stage: Stage,
  random: Random,
  witness: Witness,
  size: Size,
  tell: (line: string) => void,
) {
  const cast = await gatherCast(size, stage.addresses, stage.sql, random.fork('cast'), witness);
  const from = performance.now();
  const said = () => witness.acked.size;
  const faults = new Faults(stage.server, stage.proxies, said, (kill) =>
    tell(`${((performance.now() - from) / 1000).toFixed(1)} s ${kill}, ${said()} acknowledged`),
  );
  const done = faults.inflict(makePlan(random.fork('plan'), size), size.saidBetween);
  await talk({ stage, cast, witness, size, random: random.fork('more') }, done);
  const seconds = Math.round((performance.now() - from) / 1000);
  const healing = await heal(stage, cast, witness);
  const { events } = await judge(stage.sql, cast, witness);
  for (const { page } of cast.writers) page.close();
  complain(faults, size, witness);
  const { serverKills: server_kills, databaseStops: database_stops, cuts: network_faults } = faults;
  return {
    server_kills,
    database_stops,
    network_faults,
    seconds,
    events,
    ...healing,
    ...figuresOf(cast, witness),
  };
}

/** A run that did too little proved nothing. */
function complain({ serverKills, databaseStops }: Faults, size: Size, witness: Witness): void {
  const kills = serverKills + databaseStops;
  if (kills < size.killsAtLeast) witness.violate('run_incomplete', `only ${kills} kills`);
  if (witness.acked.size < size.messages)
    witness.violate('run_incomplete', `only ${witness.acked.size} messages`);
}

function figuresOf({ writers, customers }: Cast, witness: Witness): Record<string, number> {
  const { acked, refused, reloads, acted } = witness;
  return {
    messages_acknowledged: acked.size,
    conversations: customers.flatMap(({ conversations }) => conversations).length,
    pages: writers.length,
    reloads,
    actions: acted.length,
    refused: refused.size,
  };
}

function outcomeOf(
  figures: Record<string, number | string>,
  { folder }: Stage,
  { violations }: Witness,
): Outcome {
  const details = [...violations].flatMap(([kind, all]) =>
    all.slice(0, 5).map((detail) => `${kind}: ${detail}`),
  );
  const ok = violations.size === 0;
  return { ok, figures: figures as Figures, details: ok ? [] : [...details, `kept for a look: ${folder}`] };
}

interface Talk {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly witness: Witness;
  readonly size: Size;
  readonly random: Random;
}

/** Everybody writes, and more come, until the faults are over and enough was said. */
async function talk({ stage, cast, witness, size, random }: Talk, faults: Promise<void>): Promise<void> {
  const over = new AbortController();
  const deadline = performance.now() + LOAD_MAX_MS;
  const writing = cast.writers.map((writer) => writer.live(over.signal));
  const coming = (async () => {
    for (let i = 0; i < size.more && !over.signal.aborted; i += 1) {
      await wait(random.between(200, size.moreMs), undefined, { signal: over.signal }).catch(() => undefined);
      const writer = await startMore(i, cast, size, stage.addresses, random, witness);
      if (writer !== null) writing.push(writer.live(over.signal));
    }
  })();
  try {
    await faults;
    while (witness.acked.size < size.messages && performance.now() < deadline) await wait(50);
  } finally {
    over.abort();
    await coming;
    await Promise.all(writing);
  }
}
