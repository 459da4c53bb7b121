import type { ISql } from 'postgres';
import type { Team } from '../../contract/teams.ts';
import type { Guarded } from '../guard/refuse-secrets.ts';

/** What is written of a team. */
type TeamToWrite = Omit<Team, 'memberIds' | 'name' | 'description'> &
  Guarded<Pick<Team, 'name' | 'description'>>;

export async function liveTeams(sql: ISql): Promise<Team[]> {
  return sql<Team[]>`
    select t.id, t.name, t.description, t.assignment,
      array(select m.staff_id from team_members m where m.team_id = t.id order by m.added_at, m.staff_id) as "memberIds"
    from teams t where t.archived_at is null order by lower(t.name)`;
}

export async function lockTeam(sql: ISql, id: string): Promise<Team | null> {
  const [row] = await sql<Team[]>`
    select t.id, t.name, t.description, t.assignment,
      array(select m.staff_id from team_members m where m.team_id = t.id order by m.added_at, m.staff_id) as "memberIds"
    from teams t where t.id = ${id} and t.archived_at is null for update of t`;
  return row ?? null;
}

export async function insertTeam(sql: ISql, team: TeamToWrite): Promise<void> {
  await sql`insert into teams (id, name, description, assignment)
    values (${team.id}, ${team.name}, ${team.description}, ${team.assignment})`;
}

export async function updateTeam(sql: ISql, team: TeamToWrite): Promise<void> {
  await sql`update teams set name = ${team.name}, description = ${team.description},
      assignment = ${team.assignment} where id = ${team.id}`;
}

/** False when there is no such team, or it is archived already. */
export async function markArchived(sql: ISql, id: string, by: string, now: Date): Promise<boolean> {
  const rows = await sql`update teams set archived_at = ${now}, archived_by = ${by}
    where id = ${id} and archived_at is null returning 1`;
  return rows.length === 1;
}

/** How many of these are teams that exist. */
export async function countTeams(sql: ISql, ids: string[]): Promise<number> {
  const rows =
    await sql`select 1 from teams where id = any(${ids}::uuid[]) and archived_at is null for share`;
  return rows.length;
}

export async function countStaff(sql: ISql, ids: string[]): Promise<number> {
  const rows = await sql`select 1 from staff where id = any(${ids}::uuid[])`;
  return rows.length;
}

export async function setMembers(sql: ISql, teamId: string, staffIds: string[]): Promise<void> {
  await sql`delete from team_members where team_id = ${teamId} and staff_id <> all(${staffIds}::uuid[])`;
  await sql`insert into team_members (team_id, staff_id)
    select ${teamId}, unnest(${staffIds}::uuid[]) on conflict do nothing`;
}

export async function setMemberships(sql: ISql, staffId: string, teamIds: string[]): Promise<void> {
  await sql`delete from team_members where staff_id = ${staffId} and team_id <> all(${teamIds}::uuid[])`;
  await sql`insert into team_members (staff_id, team_id)
    select ${staffId}, unnest(${teamIds}::uuid[]) on conflict do nothing`;
}

export async function teamIdsOf(sql: ISql, staffId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select t.id from team_members m join teams t on t.id = m.team_id
    where m.staff_id = ${staffId} and t.archived_at is null order by t.id`;
  return rows.map((row) => row.id);
}
