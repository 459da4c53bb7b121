import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import { may, type Role, roles } from '../../contract/roles.ts';
import type { Agent, Presence } from '../../contract/staff.ts';

/** A socket is believed in this long after its node last vouched for it: by the database's clock, as that is written. */
const CONNECTION_SECONDS = 30;

const answering = roles.filter((role) => may(role, 'conversation.reply'));

const connected = (sql: ISql) => sql`exists (
  select 1 from staff_connections c
  where c.staff_id = p.id and c.seen_at > now() - make_interval(secs => ${CONNECTION_SECONDS}))`;

const teamIds = (sql: ISql) => sql`array(
  select m.team_id from team_members m join teams t on t.id = m.team_id
  where m.staff_id = p.id and t.archived_at is null order by t.id)`;

/** Everybody who can be given a conversation. */
export async function answeringStaff(sql: ISql): Promise<Agent[]> {
  return sql<Agent[]>`
    select p.id, p.display_name as name, p.staff_number as "staffNumber", p.role, p.presence, p.capacity,
      ${connected(sql)} as connected, ${teamIds(sql)} as "teamIds", p.languages, p.skills,
      (select count(*)::int from conversations v where v.agent_id = p.id and v.status = 'open') as open
    from staff p
    where p.disabled_at is null and p.password_hash is not null and p.role = any(${answering}::text[])
    order by p.display_name, p.staff_number`;
}

/** Somebody who answers customers and has the desk open. */
export type AgentHere = Pick<
  Agent,
  'id' | 'role' | 'presence' | 'capacity' | 'teamIds' | 'languages' | 'skills'
>;

export async function answeringHere(sql: ISql): Promise<AgentHere[]> {
  return sql<AgentHere[]>`
    select p.id, p.role, p.presence, p.capacity, ${teamIds(sql)} as "teamIds", p.languages, p.skills
    from staff p
    where p.disabled_at is null and p.role = any(${answering}::text[]) and ${connected(sql)}`;
}

export async function countAnsweringOnline(sql: ISql, teamId: string | null): Promise<number> {
  const [row] = await sql<[{ online: number }]>`
    select count(*)::int as online from staff p
    where p.disabled_at is null and p.presence = 'online' and p.role = any(${answering}::text[])
      and ${connected(sql)}
      and (${teamId}::uuid is null or exists (
        select 1 from team_members m where m.staff_id = p.id and m.team_id = ${teamId}))`;
  return row.online;
}

/** Whoever answers customers under this number; on duty are those who have the desk open and are not away. */
export async function findNumber(sql: ISql, staffNumber: string): Promise<{ onDuty: boolean } | null> {
  const [row] = await sql<{ onDuty: boolean }[]>`
    select p.presence <> 'away' and ${connected(sql)} as "onDuty" from staff p
    where upper(p.staff_number) = ${staffNumber} and p.disabled_at is null and p.password_hash is not null
      and p.role = any(${answering}::text[])`;
  return row ?? null;
}

/** Whether this person has the desk open on any node. */
export async function isConnected(sql: ISql, staffId: string): Promise<boolean> {
  const [row] = await sql<{ connected: boolean }[]>`
    select ${connected(sql)} as connected from staff p where p.id = ${staffId}`;
  return row?.connected ?? false;
}

export interface MeRow {
  id: string;
  name: string;
  displayName: string;
  email: string;
  role: Role;
  staffNumber: string;
  presence: Presence;
  capacity: number;
  locale: Locale;
  totp: boolean;
  recoveryCodesLeft: number;
  teams: { id: string; name: string }[];
}

export async function meRow(sql: ISql, id: string): Promise<MeRow | null> {
  const [row] = await sql<MeRow[]>`
    select p.id, p.name, p.display_name as "displayName", p.email, p.role, p.staff_number as "staffNumber",
      p.presence, p.capacity, p.locale, p.totp_confirmed_at is not null as totp,
      (select count(*)::int from staff_recovery_codes r where r.staff_id = p.id and r.used_at is null)
        as "recoveryCodesLeft",
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
        from team_members m join teams t on t.id = m.team_id
        where m.staff_id = p.id and t.archived_at is null) as teams
    from staff p where p.id = ${id}`;
  return row ?? null;
}

export interface MemberRow {
  id: string;
  email: string;
  name: string;
  displayName: string;
  staffNumber: string;
  role: Role;
  locale: Locale;
  capacity: number;
  teamIds: string[];
  languages: Locale[];
  skills: string[];
  totp: boolean;
  invited: boolean;
  createdAt: Date;
  signedInAt: Date | null;
  disabledAt: Date | null;
  disabledBy: string | null;
}

/** All staff, or the one with this id. */
export async function memberRows(sql: ISql, id: string | null): Promise<MemberRow[]> {
  return sql<MemberRow[]>`
    select p.id, p.email, p.name, p.display_name as "displayName", p.staff_number as "staffNumber", p.role,
      p.locale, p.capacity, ${teamIds(sql)} as "teamIds", p.languages, p.skills, p.totp_confirmed_at is not null as totp,
      p.password_hash is null as invited, p.created_at as "createdAt", p.signed_in_at as "signedInAt",
      p.disabled_at as "disabledAt", d.name as "disabledBy"
    from staff p left join staff d on d.id = p.disabled_by
    where ${id}::uuid is null or p.id = ${id}
    order by p.disabled_at is not null, lower(p.name), p.staff_number`;
}

/** The presence these people chose, and whether they have the desk open on any node. */
export async function presencesOf(
  sql: ISql,
  ids: string[],
): Promise<{ id: string; presence: Presence; connected: boolean }[]> {
  return sql<{ id: string; presence: Presence; connected: boolean }[]>`
    select p.id, p.presence, ${connected(sql)} as connected from staff p where p.id = any(${ids}::uuid[])`;
}
