import type { HoursException, Period, Week } from '../../contract/hours.ts';
import { toSpan } from './minutes.ts';
import { addDays, instantOf, localTime, weekdayOf } from './zoned.ts';

/** How far ahead an opening is looked for, in days. */
const HORIZON = 400;
/** Open for longer than this at a stretch counts as always open, in days. */
const STRETCH = 8;
const DAY = 24 * 3600 * 1000;

export interface OpeningHours {
  hours: Week;
  exceptions: readonly HoursException[];
  timeZone: string;
}

export interface OpenState {
  open: boolean;
  /** When closed: the next opening, null when there is none within a year. */
  opensAt: Date | null;
  /** When open: the end, null when there is none within a week. */
  closesAt: Date | null;
}

interface Interval {
  from: number;
  to: number;
}

/** The periods that begin on a date: an exception replaces the weekday's. */
export function periodsOn({ hours, exceptions }: OpeningHours, date: string): Period[] {
  const exception = exceptions.find((candidate) => candidate.date === date);
  return exception?.periods ?? hours[weekdayOf(date) - 1] ?? [];
}

/** A day's periods as instants. An hour that the clock repeats lies within: nobody is turned away early. */
function intervalsOn(opening: OpeningHours, date: string): Interval[] {
  const spans = periodsOn(opening, date)
    .map(toSpan)
    .sort((a, b) => a.opens - b.opens);
  return spans.map(({ opens, closes }) => ({
    from: instantOf(date, opens, opening.timeZone, 'first'),
    to: instantOf(date, closes, opening.timeZone, 'last'),
  }));
}

/** From the day before `now`, whose night shift may still run. */
function* intervalsFrom(opening: OpeningHours, now: Date): Generator<Interval> {
  const today = localTime(now, opening.timeZone).date;
  for (let day = -1; day <= HORIZON; day += 1) yield* intervalsOn(opening, addDays(today, day));
}

/** Whether the doors are open, and when that changes. A period belongs to the day on which it begins. */
export function openState(opening: OpeningHours, now: Date): OpenState {
  const at = now.getTime();
  let until: number | null = null;
  for (const { from, to } of intervalsFrom(opening, now)) {
    if (to <= Math.max(at, until ?? at) || to <= from) continue;
    if (from > (until ?? at)) {
      if (until === null) return { open: false, opensAt: new Date(from), closesAt: null };
      break;
    }
    until = to;
    if (until > at + STRETCH * DAY) return { open: true, opensAt: null, closesAt: null };
  }
  return { open: until !== null, opensAt: null, closesAt: until === null ? null : new Date(until) };
}

export interface ChatAvailability {
  state: 'online' | 'offline';
  reason: 'open' | 'closed' | 'nobody';
  opensAt: Date | null;
  closesAt: Date | null;
}

/** Whether a customer who writes now will be answered now: within the hours, and somebody is there. Pure. */
export function availability(input: OpeningHours & { now: Date; agentsOnline: number }): ChatAvailability {
  const { open, opensAt, closesAt } = openState(input, input.now);
  if (!open) return { state: 'offline', reason: 'closed', opensAt, closesAt };
  if (input.agentsOnline === 0) return { state: 'offline', reason: 'nobody', opensAt, closesAt };
  return { state: 'online', reason: 'open', opensAt, closesAt };
}
