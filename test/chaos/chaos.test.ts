import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makePlan } from './plan.ts';
import { Random } from './random.ts';
import { runChaos } from './run.ts';
import { sizes } from './sizes.ts';

const RUN_MS = 180_000;

async function survives(seed: string): Promise<void> {
  console.log(`Seed ${seed}; again with: SEED=${seed} npm run chaos -- --short`);
  const { ok, figures, details } = await runChaos(seed, sizes.short, () => undefined);
  console.log(JSON.stringify(figures));
  expect(details).toEqual([]);
  expect(ok).toBe(true);
}

test('a seed tells the whole plan', () => {
  const plan = (seed: string) => makePlan(new Random(seed), sizes.long);
  expect(plan('a')).toEqual(plan('a'));
  expect(plan('a')).not.toEqual(plan('b'));
});

test(
  'nothing is lost, doubled or out of order when server, database and network fail',
  () => survives('okpay'),
  RUN_MS,
);

test('nor with a seed that nobody has tried', () => survives(randomBytes(6).toString('hex')), RUN_MS);
