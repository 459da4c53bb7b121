import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Long after the promise is broken we still want to know whether it is late or never. */
const GIVE_UP_MS = 60_000;

/** Milliseconds until nothing is lacking any more, or what still is when hope is given up. */
export async function untilNothingLacks(lacking: () => Promise<string[]>): Promise<{ ms: number; lacking: string[] }> {
  const from = performance.now();
  for (;;) {
    const left = await lacking().catch((error: unknown) => [String(error)]);
    const ms = Math.round(performance.now() - from);
    if (left.length === 0 || ms > GIVE_UP_MS) return { ms, lacking: left };
    await wait(LOOK_EVERY_MS);
  }
}
