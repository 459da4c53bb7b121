import type { Fragment, ISql } from 'postgres';
import type { GuardedText } from '../guard/inspect.ts';
import type { Config } from '../platform/config.ts';
import type { RequestStaff } from './request-staff.ts';

/** The oldest moments at which a session that still lives was last used and was started. */
export interface LiveSince {
  seen: Date;
  created: Date;
}

export const liveSince = (
  now: Date,
  { staffIdleMinutes, staffSessionHours }: Pick<Config, 'staffIdleMinutes' | 'staffSessionHours'>,
): LiveSince => ({
  seen: new Date(now.getTime() - staffIdleMinutes * 60_000),
  created: new Date(now.getTime() - staffSessionHours * 3_600_000),
});

const live = (sql: ISql, { seen, created }: LiveSince) => sql`
  s.ended_at is null and s.seen_at > ${seen} and s.created_at > ${created} and p.disabled_at is null`;

export type StaffOfSession = RequestStaff & { seenAt: Date };

export const bySessionToken = (sql: ISql, hash: Buffer, since: LiveSince): Promise<StaffOfSession | null> =>
  staffWhere(sql, sql`s.token_hash = ${hash}`, since);

export const bySessionId = (sql: ISql, id: string, since: LiveSince): Promise<StaffOfSession | null> =>
  staffWhere(sql, sql`s.id = ${id}`, since);

async function staffWhere(sql: ISql, which: Fragment, since: LiveSince): Promise<StaffOfSession | null> {
  const [row] = await sql<StaffOfSession[]>`
    select p.id, p.display_name as "name", p.name as "fullName", p.email, p.staff_number as "staffNumber",
      p.role, p.locale, s.id as "sessionId", s.seen_at as "seenAt",
      greatest(s.created_at, s.confirmed_at) as "confirmedAt",
      array(select m.team_id from team_members m join teams t on t.id = m.team_id
        where m.staff_id = p.id and t.archived_at is null) as "teamIds"
    from staff_sessions s join staff p on p.id = s.staff_id
    where ${which} and ${live(sql, since)}`;
  return row ?? null;
}

export async function markSeen(sql: ISql, sessionId: string, now: Date): Promise<void> {
  await sql`update staff_sessions set seen_at = ${now} where id = ${sessionId} and seen_at < ${now}`;
}

export async function stillLive(sql: ISql, ids: string[], since: LiveSince): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select s.id from staff_sessions s join staff p on p.id = s.staff_id
    where s.id = any(${ids}::uuid[]) and ${live(sql, since)}`;
  return rows.map((row) => row.id);
}

export interface NewSession {
  id: string;
  tokenHash: Buffer;
  staffId: string;
  ip: string;
  userAgent: GuardedText;
  now: Date;
}

export async function insertSession(sql: ISql, session: NewSession): Promise<void> {
  const { id, tokenHash, staffId, ip, userAgent, now } = session;
  await sql`insert into staff_sessions (id, token_hash, staff_id, ip, user_agent, created_at, seen_at)
    values (${id}, ${tokenHash}, ${staffId}, ${ip}, ${userAgent}, ${now}, ${now})`;
}

export async function markConfirmed(sql: ISql, sessionId: string, now: Date): Promise<void> {
  await sql`update staff_sessions set confirmed_at = ${now} where id = ${sessionId}`;
}

/** Gives a session another secret; the old one stops working at once. */
export async function replaceToken(sql: ISql, sessionId: string, hash: Buffer): Promise<void> {
  await sql`update staff_sessions set token_hash = ${hash} where id = ${sessionId}`;
}

export interface SessionRow {
  id: string;
  ip: string;
  userAgent: string;
  createdAt: Date;
  seenAt: Date;
}

export async function sessionsOf(sql: ISql, staffId: string, since: LiveSince): Promise<SessionRow[]> {
  return sql<SessionRow[]>`
    select s.id, s.ip, s.user_agent as "userAgent", s.created_at as "createdAt", s.seen_at as "seenAt"
    from staff_sessions s join staff p on p.id = s.staff_id
    where s.staff_id = ${staffId} and ${live(sql, since)} order by s.seen_at desc, s.id`;
}

/** Which sessions of a person to end: one, all, or all but one. */
export interface Ending {
  staffId: string;
  only?: string;
  except?: string;
  why: 'signed-out' | 'revoked' | 'disabled' | 'role-changed' | 'password-changed';
  now: Date;
}

export async function endSessionRows(sql: ISql, ending: Ending): Promise<string[]> {
  const { staffId, only = null, except = null, why, now } = ending;
  const rows = await sql<{ id: string }[]>`
    update staff_sessions set ended_at = ${now}, ended_why = ${why}
    where staff_id = ${staffId} and ended_at is null
      and (${only}::uuid is null or id = ${only}) and (${except}::uuid is null or id <> ${except})
    returning id`;
  return rows.map((row) => row.id);
}

/** Ends the session that this browser had before it signed in again. */
export async function endByToken(sql: ISql, hash: Buffer, now: Date): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`update staff_sessions set ended_at = ${now}, ended_why = 'replaced'
    where token_hash = ${hash} and ended_at is null returning id`;
  return rows.map((row) => row.id);
}
