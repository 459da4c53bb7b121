import type { Period, Schedule } from '../../contract/hours.ts';
import { invalidField } from '../platform/app-error.ts';
import { toSpan } from './minutes.ts';

const DAY = 1440;

/** Periods of a day that begin before the one before has ended, `spill` minutes of which are the day before's. */
function overlaps(periods: readonly Period[], spill: number): boolean {
  const spans = periods.map(toSpan).sort((a, b) => a.opens - b.opens);
  return spans.some(({ opens }, i) => opens < (spans[i - 1]?.closes ?? spill));
}

const spillOf = (periods: readonly Period[]): number =>
  Math.max(0, ...periods.map((period) => toSpan(period).closes - DAY));

/**
 * Refuses hours that contradict themselves: periods of a week that overlap, a date that is named twice.
 * @throws AppError `invalid-input` naming the day
 */
export function refuseContradictions({ week, exceptions }: Schedule): void {
  week.forEach((periods, day) => {
    const spill = spillOf(week[(day + 6) % 7] ?? []);
    if (overlaps(periods, spill)) throw invalidField(`week.${day}`, 'has periods that overlap');
  });
  const seen = new Set<string>();
  exceptions.forEach(({ date, periods }, i) => {
    if (seen.has(date)) throw invalidField(`exceptions.${i}.date`, 'is named twice');
    if (overlaps(periods, 0)) throw invalidField(`exceptions.${i}.periods`, 'overlap');
    seen.add(date);
  });
}
