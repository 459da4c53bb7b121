import { Chance } from '../../src/server/demo/chance.ts';
import { type Figures, measureDay } from './measure-day.ts';
import { planDay } from './plan.ts';
import { playDay } from './play-day.ts';

const loads = [1, 3, 10] as const;

export interface Simulation {
  seed: number;
  agents: number;
  hours: number;
  /** How much longer the slowest twentieth of emergencies waits than at the usual load; 0.25 is a quarter longer. */
  urgentSlower: Record<string, number>;
  loads: Record<string, Figures>;
}

/** One day three times, with as many customers as usual and with more; everything follows from the seed. */
export function simulateQueue(seed: number, size: { agents: number; hours: number }): Simulation {
  const figures = loads.map((load) => {
    const plan = planDay(new Chance(seed), size);
    return measureDay(playDay(plan, load, seed * 1000 + load));
  });
  const usual = figures[0]?.urgentP95Seconds ?? 0;
  const named = <T>(values: T[]) =>
    Object.fromEntries(loads.map((load, nth) => [`${load}x`, values[nth] as T]));
  return {
    seed,
    ...size,
    urgentSlower: named(
      figures.map(({ urgentP95Seconds }) => Math.round((urgentP95Seconds / usual - 1) * 1000) / 1000),
    ),
    loads: named(figures),
  };
}
