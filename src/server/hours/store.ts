import { randomUUID } from 'node:crypto';
import type { ISql, JSONValue } from 'postgres';
import type { HoursChannel, HoursException, Schedule } from '../../contract/hours.ts';
import { toPeriod, toSpan } from './minutes.ts';

interface ScheduleRow {
  channel: HoursChannel;
  teamId: string | null;
  spans: { weekday: number; opens: number; closes: number }[];
  exceptions: HoursException[];
}

const weekOf = (spans: ScheduleRow['spans']): Schedule['week'] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => spans.filter((span) => span.weekday === weekday).map(toPeriod));

/** All schedules that were set, or those of one team (null: of the centre). */
export async function storedSchedules(sql: ISql, teamId?: string | null): Promise<Schedule[]> {
  const which = teamId === undefined ? sql`true` : sql`s.team_id is not distinct from ${teamId}`;
  const rows = await sql<ScheduleRow[]>`
    select s.channel, s.team_id as "teamId",
      (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes)
        order by h.weekday, h.opens), '[]') from opening_hours h where h.schedule_id = s.id) as spans,
      (select coalesce(jsonb_agg(jsonb_build_object('date', to_char(e.date, 'YYYY-MM-DD'), 'name', e.name,
        'periods', e.periods) order by e.date), '[]') from hours_exceptions e where e.schedule_id = s.id) as exceptions
    from hours_schedules s left join teams t on t.id = s.team_id
    where t.archived_at is null and ${which}
    order by s.team_id is not null, s.channel, t.name`;
  return rows.map(({ channel, teamId, spans, exceptions }) => ({
    channel,
    teamId,
    week: weekOf(spans),
    exceptions,
  }));
}

/** Replaces a schedule as a whole. Two who do it at the same time wait for each other at the first statement. */
export async function replaceSchedule(
  sql: ISql,
  schedule: Schedule,
  by: string | null,
  now: Date,
): Promise<void> {
  const id = await scheduleId(sql, schedule, by, now);
  await sql`delete from opening_hours where schedule_id = ${id}`;
  await sql`delete from hours_exceptions where schedule_id = ${id}`;
  const spans = schedule.week.flatMap((day, index) =>
    day.map((period) => ({ weekday: index + 1, ...toSpan(period) })),
  );
  await sql`insert into opening_hours (schedule_id, weekday, opens, closes)
    select ${id}, x.weekday, x.opens, x.closes
    from jsonb_to_recordset(${sql.json(spans)}) as x (weekday smallint, opens smallint, closes smallint)`;
  await sql`insert into hours_exceptions (schedule_id, date, name, periods)
    select ${id}, x.date, x.name, x.periods
    from jsonb_to_recordset(${sql.json(schedule.exceptions as JSONValue)}) as x (date date, name jsonb, periods jsonb)`;
}

async function scheduleId(
  sql: ISql,
  { channel, teamId }: Pick<Schedule, 'channel' | 'teamId'>,
  by: string | null,
  now: Date,
): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into hours_schedules (id, channel, team_id, updated_at, updated_by)
    values (${randomUUID()}, ${channel}, ${teamId}, ${now}, ${by})
    on conflict (channel, coalesce(team_id, '00000000-0000-0000-0000-000000000000'))
      do update set updated_at = excluded.updated_at, updated_by = excluded.updated_by
    returning id`;
  return (row as { id: string }).id;
}

/** False when none was set. */
export async function deleteSchedule(
  sql: ISql,
  channel: HoursChannel,
  teamId: string | null,
): Promise<boolean> {
  const rows = await sql`delete from hours_schedules
    where channel = ${channel} and team_id is not distinct from ${teamId} returning 1`;
  return rows.length === 1;
}
