/** Loaded into the server before it starts (`--import`), for the bench alone: tells what only the process itself knows. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { answer } from './child.ts';

export interface Memory {
  /** Bytes. */
  rss: number;
  heap: number;
}

/** How often the event loop is looked at; a delay counts from there. */
const RESOLUTION_MS = 2;
let delays: ReturnType<typeof monitorEventLoopDelay> | null = null;

async function memory(): Promise<Memory> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await wait(100);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

answer(async ({ probe }: { probe: 'memory' | 'watch' | 'stall' }): Promise<unknown> => {
  if (probe === 'memory') return memory();
  if (probe === 'watch') {
    delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    return delays.enable();
  }
  delays?.disable();
  return delays === null ? 0 : Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
});
