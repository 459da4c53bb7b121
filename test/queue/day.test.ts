import { expect, test } from 'vitest';
import { simulateQueue } from '../queue-day/simulate.ts';

/** `npm run sim:queue` plays whole days; in a short one only the busier loads make a queue worth measuring. */
test('a short day of a centre keeps what the queue promises, at its usual load, at three and at ten times of it', () => {
  const { loads, urgentSlower } = simulateQueue(7, { agents: 24, hours: 4 });
  expect(loads['3x']?.ranges).toBeGreaterThan(1000);
  expect(loads['3x']?.inside).toBeGreaterThanOrEqual(0.8);
  expect(loads['3x']?.widthSeconds).toBeLessThanOrEqual(loads['3x']?.widthMaySeconds ?? 0);
  for (const [load, { starved, idleSeconds }] of Object.entries(loads)) {
    expect({ load, starved, idleSeconds }).toEqual({ load, starved: 0, idleSeconds: 0 });
    expect(urgentSlower[load], load).toBeLessThanOrEqual(0.25);
  }
}, 60_000);
