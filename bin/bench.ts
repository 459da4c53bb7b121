/**
 * `npm run bench`: measures the product on this machine and prints one line of JSON.
 *
 *   --quick         shorter windows, fewer idle sockets
 *   --large         also inbox and search at a million conversations and ten million messages
 *   --only a,b      some of: messages, idle, large
 *   --data FOLDER   keeps the large database there, and uses it again
 *
 * `DATABASE_URL` measures on that PostgreSQL, in a database that is dropped afterwards; else on our own.
 */
import { parseArgs } from 'node:util';
import { type BenchDatabase, openBenchDatabase } from '../test/bench/database.ts';
import { measureIdle } from '../test/bench/idle.ts';
import { measureLarge } from '../test/bench/large/measure.ts';
import { measureMessages } from '../test/bench/messages.ts';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    only: { type: 'string' },
    data: { type: 'string' },
    customers: { type: 'string', default: '200' },
    agents: { type: 'string', default: '20' },
    'in-flight': { type: 'string', default: '16' },
    conversations: { type: 'string', default: '1000000' },
  },
});

const parts = new Set(flags.only?.split(',') ?? ['messages', 'idle', ...(flags.large ? ['large'] : [])]);
const figures: Record<string, unknown> = {};

/** Measures on a database of its own, so that nobody pays for what the measurement before has left to do. */
async function measured(
  part: string,
  measure: (database: BenchDatabase) => Promise<Record<string, unknown>>,
  kept?: string,
): Promise<void> {
  if (!parts.has(part)) return;
  const database = await openBenchDatabase(process.env.DATABASE_URL, kept);
  try {
    Object.assign(figures, await measure(database));
  } finally {
    await database.stop();
  }
}

await measured('messages', (database) =>
  measureMessages(database, {
    customers: Number(flags.customers),
    agents: Number(flags.agents),
    inFlight: Number(flags['in-flight']),
    rounds: flags.quick ? 3 : 12,
    seconds: flags.quick ? 2 : 2.5,
  }),
);
await measured('idle', (database) =>
  measureIdle(
    database,
    flags.quick ? { sockets: 2_000, heartbeatSeconds: 5 } : { sockets: 10_000, heartbeatSeconds: 25 },
  ),
);
await measured('large', (database) => measureLarge(database, Number(flags.conversations)), flags.data);
console.log(JSON.stringify(figures));
