import { randomBytes } from 'node:crypto';
import { runChaos } from '../test/chaos/run.ts';
import { sizes } from '../test/chaos/sizes.ts';

const seed = process.env.SEED || randomBytes(6).toString('hex');
const size = process.argv.includes('--short') ? 'short' : 'long';
const again = `SEED=${seed} npm run chaos${size === 'short' ? ' -- --short' : ''}`;

console.log(`Seed ${seed} (again with: ${again})`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const { ok, figures, details } = await runChaos(seed, sizes[size], (line) => console.log(line));
for (const detail of details) console.log(detail);
console.log(JSON.stringify(figures));
console.log(
  ok
    ? `Nothing was lost, doubled or out of order. Seed ${seed}.`
    : `Something was not as it must be. Seed ${seed}; again with: ${again}`,
);
process.exit(ok ? 0 : 1);
