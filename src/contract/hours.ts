import { z } from 'zod';
import { Id } from './ids.ts';
import { localized } from './localized.ts';

/** Most periods of one day. */
export const PERIODS_MAX = 6;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');
const ClosingTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 21:00');

/** From `opens` to `closes`, local wall-clock time. A closing time at or before the opening one is on the next day. */
export const Period = z.object({ opens: TimeOfDay, closes: ClosingTime });
export type Period = z.infer<typeof Period>;

export const HoursChannel = z.enum(['chat', 'phone']);
export type HoursChannel = z.infer<typeof HoursChannel>;

const Periods = z.array(Period).max(PERIODS_MAX);

/** Seven days, Monday first; a day without periods is closed. A period belongs to the day on which it begins. */
export const Week = z.array(Periods).length(7);
export type Week = z.infer<typeof Week>;

/** A date whose periods replace those of its weekday; without periods it is closed. */
export const HoursException = z.object({
  date: z.iso.date(),
  name: localized(60),
  periods: Periods,
});
export type HoursException = z.infer<typeof HoursException>;

/** When one way of contact is open: for one team, or (teamId null) for the centre. */
export const Schedule = z.object({
  channel: HoursChannel,
  teamId: Id.nullable(),
  week: Week,
  exceptions: z.array(HoursException).max(400),
});
export type Schedule = z.infer<typeof Schedule>;

/** What holds until hours are set: chat whenever an agent is there, telephone 9:00 to 21:00. */
export const defaultWeeks: Record<HoursChannel, Week> = {
  chat: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]),
  phone: Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '21:00' }]),
};
