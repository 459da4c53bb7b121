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
import { openBenchDatabase } from '../test/bench/database.ts';
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
const database = await openBenchDatabase(process.env.DATABASE_URL);
const figures: Record<string, unknown> = {};
try {
  if (parts.has('messages')) {
    Object.assign(
      figures,
      await measureMessages(database, {
        customers: Number(flags.customers),
        agents: Number(flags.agents),
        inFlight: Number(flags['in-flight']),
        rounds: flags.quick ? 3 : 12,
        seconds: flags.quick ? 2 : 2.5,
      }),
    );
  }
  if (parts.has('idle')) {
    const options = flags.quick
      ? { sockets: 2_000, heartbeatSeconds: 5 }
      : { sockets: 10_000, heartbeatSeconds: 25 };
    Object.assign(figures, await measureIdle(database, options));
  }
} finally {
  await database.stop();
}
if (parts.has('large')) {
  const large = await openBenchDatabase(process.env.DATABASE_URL, flags.data);
  try {
    Object.assign(figures, await measureLarge(large, Number(flags.conversations)));
  } finally {
    await large.stop();
  }
}
console.log(JSON.stringify(figures));
