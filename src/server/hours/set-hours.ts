import type { HoursChannel, Schedule } from '../../contract/hours.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import { changes } from '../audit/changes.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { refuseUnknownTeam } from '../teams/refuse-unknown-team.ts';
import { scheduleFor } from './list-schedules.ts';
import { refuseContradictions } from './overlaps.ts';
import { deleteSchedule, replaceSchedule } from './store.ts';

/** How the audit names a schedule: `chat`, or `phone` and the team. */
const subject = (channel: HoursChannel, teamId: string | null) => ({
  kind: 'hours',
  id: teamId === null ? channel : `${channel}:${teamId}`,
});

/**
 * Sets the hours of a way of contact, as a whole: the week and all its exceptions.
 * @throws AppError `invalid-input` for overlapping periods, a date named twice, an unknown team
 */
export async function setHours(deps: Deps, by: StaffRequest, schedule: Schedule): Promise<Schedule> {
  refuseContradictions(schedule);
  const { channel, teamId } = schedule;
  return deps.sql.begin(async (tx) => {
    if (teamId !== null) await refuseUnknownTeam(tx, teamId, 'teamId');
    const before = await scheduleFor(tx, channel, teamId);
    await replaceSchedule(tx, schedule, by.staff.id, deps.clock.now());
    const after = await scheduleFor(tx, channel, teamId);
    await audit(tx, by, 'hours.set', subject(channel, teamId), changes({ ...before, teamId }, after));
    return after;
  });
}

/**
 * Takes hours away: a team follows the centre's again, the centre the default.
 * @throws AppError `not-found` when none were set
 */
export async function removeHours(
  deps: Pick<Deps, 'sql'>,
  by: StaffRequest,
  channel: HoursChannel,
  teamId: string | null,
): Promise<void> {
  await deps.sql.begin(async (tx) => {
    if (!(await deleteSchedule(tx, channel, teamId))) throw new AppError('not-found');
    await audit(tx, by, 'hours.removed', subject(channel, teamId));
  });
}
