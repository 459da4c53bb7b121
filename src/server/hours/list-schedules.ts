import type { ISql } from 'postgres';
import {
  HoursChannel as Channels,
  defaultWeeks,
  type HoursChannel,
  type Schedule,
} from '../../contract/hours.ts';
import { storedSchedules } from './store.ts';

const defaultSchedule = (channel: HoursChannel): Schedule => ({
  channel,
  teamId: null,
  week: defaultWeeks[channel],
  exceptions: [],
});

/** The centre's schedule of every channel, set or not, and those of teams that have their own. */
export async function listSchedules(sql: ISql): Promise<Schedule[]> {
  const stored = await storedSchedules(sql);
  const centre = Channels.options.map(
    (channel) =>
      stored.find((one) => one.teamId === null && one.channel === channel) ?? defaultSchedule(channel),
  );
  return [...centre, ...stored.filter((one) => one.teamId !== null)];
}

/** The schedule that holds for a team: its own, else the centre's, else the default. */
export async function scheduleFor(
  sql: ISql,
  channel: HoursChannel,
  teamId: string | null,
): Promise<Schedule> {
  const own = teamId === null ? [] : await storedSchedules(sql, teamId);
  const found = own.find((one) => one.channel === channel);
  if (found !== undefined) return found;
  const centre = await storedSchedules(sql, null);
  return centre.find((one) => one.channel === channel) ?? defaultSchedule(channel);
}
