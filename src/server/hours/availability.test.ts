import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HoursException, Period, Week } from '../../contract/hours.ts';
import { availability, openState, periodsOn } from './availability.ts';
import { toSpan } from './minutes.ts';
import { addDays, localTime } from './zoned.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
];
const MINUTE = 60_000;

const every = (periods: Period[]): Week => Array.from({ length: 7 }, () => periods);
const at = (text: string): Date => new Date(text);
const closed = (date: string, periods: Period[] = []): HoursException => ({
  date,
  name: { 'zh-CN': '假日', en: 'Holiday' },
  periods,
});
const shanghai = (hours: Week, exceptions: HoursException[] = []) => ({
  hours,
  exceptions,
  timeZone: 'Asia/Shanghai',
});

describe('by example', () => {
  const office = every([
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '18:00' },
  ]);

  test('open in the morning, closed at noon, closed at night', () => {
    const morning = openState(shanghai(office), at('2026-11-23T03:00:00Z'));
    expect(morning).toEqual({ open: true, opensAt: null, closesAt: at('2026-11-23T04:00:00Z') });
    const noon = openState(shanghai(office), at('2026-11-23T04:00:00Z'));
    expect(noon).toEqual({ open: false, opensAt: at('2026-11-23T05:30:00Z'), closesAt: null });
    const night = openState(shanghai(office), at('2026-11-23T12:00:00Z'));
    expect(night.opensAt).toEqual(at('2026-11-24T01:00:00Z'));
  });

  test('a night shift runs into the next day, also when that one is a holiday', () => {
    const night = shanghai(every([{ opens: '22:00', closes: '06:00' }]), [closed('2026-11-24')]);
    const state = openState(night, at('2026-11-23T20:00:00Z'));
    expect(state).toEqual({ open: true, opensAt: null, closesAt: at('2026-11-23T22:00:00Z') });
    expect(openState(night, at('2026-11-24T15:00:00Z')).opensAt).toEqual(at('2026-11-25T14:00:00Z'));
  });

  test('periods that meet are one', () => {
    const meeting = shanghai(
      every([
        { opens: '20:00', closes: '24:00' },
        { opens: '00:00', closes: '02:00' },
      ]),
    );
    expect(openState(meeting, at('2026-11-23T13:00:00Z')).closesAt).toEqual(at('2026-11-23T18:00:00Z'));
  });

  test('always and never', () => {
    const always = openState(
      shanghai(every([{ opens: '00:00', closes: '24:00' }])),
      at('2026-11-23T13:00:00Z'),
    );
    expect(always).toEqual({ open: true, opensAt: null, closesAt: null });
    const never = openState(shanghai(every([])), at('2026-11-23T13:00:00Z'));
    expect(never).toEqual({ open: false, opensAt: null, closesAt: null });
  });

  test('within the hours and nobody there is offline', () => {
    const hours = shanghai(every([{ opens: '00:00', closes: '24:00' }]));
    const now = at('2026-11-23T13:00:00Z');
    expect(availability({ ...hours, now, agentsOnline: 0 })).toMatchObject({
      state: 'offline',
      reason: 'nobody',
    });
    expect(availability({ ...hours, now, agentsOnline: 1 })).toMatchObject({
      state: 'online',
      reason: 'open',
    });
  });

  test('on the day the clock skips 02:00 to 03:00, a period from 02:30 begins at the skip', () => {
    const berlin = {
      hours: every([{ opens: '02:30', closes: '08:00' }]),
      exceptions: [],
      timeZone: 'Europe/Berlin',
    };
    const state = openState(berlin, at('2026-03-29T00:00:00Z'));
    expect(state.opensAt).toEqual(at('2026-03-29T01:00:00Z'));
    expect(openState(berlin, at('2026-03-29T02:00:00Z')).closesAt).toEqual(at('2026-03-29T06:00:00Z'));
  });

  test('on the day the clock shows 02:00 to 03:00 twice, both are within', () => {
    const berlin = {
      hours: every([{ opens: '00:00', closes: '02:30' }]),
      exceptions: [],
      timeZone: 'Europe/Berlin',
    };
    expect(openState(berlin, at('2026-10-25T00:00:00Z')).closesAt).toEqual(at('2026-10-25T01:30:00Z'));
    const late = { ...berlin, hours: every([{ opens: '02:30', closes: '03:00' }]) };
    expect(openState(late, at('2026-10-25T00:00:00Z')).opensAt).toEqual(at('2026-10-25T00:30:00Z'));
  });
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const period = fc.record({ opens: time, closes: time });
const periods = fc.array(period, { maxLength: 3 });
const near = fc.constantFrom(
  at('2026-03-08T07:00:00Z'),
  at('2026-03-29T01:00:00Z'),
  at('2026-10-25T01:00:00Z'),
  at('2026-11-01T06:00:00Z'),
  at('2026-04-04T15:00:00Z'),
  at('2026-10-03T15:30:00Z'),
  at('2026-07-15T12:00:00Z'),
);
const instant = fc
  .tuple(near, fc.integer({ min: -3 * 1440, max: 3 * 1440 }))
  .map(([base, minutes]) => new Date(base.getTime() + minutes * MINUTE));
const opening = fc.record({
  hours: fc.array(periods, { minLength: 7, maxLength: 7 }),
  timeZone: fc.constantFrom(...zones),
});
const exceptionNear = fc.tuple(fc.integer({ min: -2, max: 4 }), periods);

/** What a person with a clock on the wall and the hours in their hand would say. */
function wallSays(hours: Parameters<typeof openState>[0], now: Date): boolean {
  const { date, minutes } = localTime(now, hours.timeZone);
  const within = (on: string, minute: number) =>
    periodsOn(hours, on)
      .map(toSpan)
      .some(({ opens, closes }) => opens <= minute && minute < closes);
  return within(date, minutes) || within(addDays(date, -1), minutes + 1440);
}

const offset = (now: Date, timeZone: string): number => {
  const { date, minutes } = localTime(now, timeZone);
  return Date.parse(date) + minutes * MINUTE - now.getTime();
};
/** Whether the clock is put within three hours of this moment. */
const nearTransition = (now: Date, timeZone: string): boolean =>
  offset(new Date(now.getTime() - 180 * MINUTE), timeZone) !==
  offset(new Date(now.getTime() + 180 * MINUTE), timeZone);

describe('whatever the hours, the zone and the moment', () => {
  const cases = fc
    .tuple(opening, exceptionNear, instant)
    .map(([{ hours, timeZone }, [days, instead], now]) => {
      const date = addDays(localTime(now, timeZone).date, days);
      return { now, hours: { hours, timeZone, exceptions: [closed(date, instead)] } };
    });

  test('the clock on the wall agrees, but for an hour that is shown twice', () => {
    fc.assert(
      fc.property(cases, ({ now, hours }) => {
        const { open } = openState(hours, now);
        const wall = wallSays(hours, now);
        return wall === open || (open && nearTransition(now, hours.timeZone));
      }),
      { numRuns: 1500 },
    );
  });

  test('it is open until closesAt and not then; closed until opensAt and open then', () => {
    fc.assert(
      fc.property(
        cases,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ({ now, hours }, part) => {
          const { open, opensAt, closesAt } = openState(hours, now);
          const change = opensAt ?? closesAt;
          if (change === null) return true;
          const between = new Date(now.getTime() + Math.floor((change.getTime() - now.getTime()) * part));
          return (
            change > now && openState(hours, between).open === open && openState(hours, change).open !== open
          );
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('never both an opening and a closing, and null only without a change in sight', () => {
    fc.assert(
      fc.property(cases, ({ now, hours }) => {
        const { open, opensAt, closesAt } = openState(hours, now);
        return open ? opensAt === null : closesAt === null;
      }),
    );
  });
});
