import type { ISql } from 'postgres';
import type { Locale } from '../../contract/locale.ts';
import type { Role } from '../../contract/roles.ts';

/** What signing in needs to know of an account. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  locale: Locale;
  passwordHash: string | null;
  totpSecret: string | null;
  totpOn: boolean;
  disabled: boolean;
}

const account = (sql: ISql) => sql`
  id, email, name, role, locale, password_hash as "passwordHash", totp_secret as "totpSecret",
  totp_confirmed_at is not null as "totpOn", disabled_at is not null as disabled`;

export async function accountByEmail(sql: ISql, email: string): Promise<Account | null> {
  const [row] = await sql<Account[]>`select ${account(sql)} from staff where email = ${email}`;
  return row ?? null;
}

export async function accountById(sql: ISql, id: string): Promise<Account | null> {
  const [row] = await sql<Account[]>`select ${account(sql)} from staff where id = ${id}`;
  return row ?? null;
}

/** False when the account was disabled meanwhile. */
export async function markSignedIn(sql: ISql, id: string, now: Date): Promise<boolean> {
  const rows =
    await sql`update staff set signed_in_at = ${now} where id = ${id} and disabled_at is null returning 1`;
  return rows.length === 1;
}

export async function setPasswordHash(sql: ISql, id: string, hash: string): Promise<void> {
  await sql`update staff set password_hash = ${hash} where id = ${id}`;
}

export async function setLocale(sql: ISql, id: string, locale: Locale): Promise<void> {
  await sql`update staff set locale = ${locale} where id = ${id}`;
}

export async function setPresenceRow(sql: ISql, id: string, presence: string, now: Date): Promise<void> {
  await sql`update staff set presence = ${presence}, presence_at = ${now} where id = ${id}`;
}

export interface NewStaffRow {
  id: string;
  email: string;
  name: string;
  displayName: string;
  staffNumber: string | null;
  role: Role;
  locale: Locale;
  capacity: number;
  languages: Locale[];
  skills: string[];
  passwordHash: string | null;
  createdBy: string | null;
  now: Date;
}

export async function insertStaff(sql: ISql, row: NewStaffRow): Promise<void> {
  const number = row.staffNumber === null ? sql`default` : sql`${row.staffNumber}`;
  await sql`insert into staff (id, email, name, display_name, staff_number, role, locale, capacity, languages, skills,
      password_hash, created_at, created_by)
    values (${row.id}, ${row.email}, ${row.name}, ${row.displayName}, ${number}, ${row.role}, ${row.locale},
      ${row.capacity}, ${row.languages}, ${row.skills}, ${row.passwordHash}, ${row.now}, ${row.createdBy})`;
}

export interface StaffFields {
  email: string;
  name: string;
  displayName: string;
  staffNumber: string;
  role: Role;
  locale: Locale;
  capacity: number;
  languages: Locale[];
  skills: string[];
}

/** The fields an administrator may change, with the row locked until the transaction ends. */
export async function lockFields(sql: ISql, id: string): Promise<StaffFields | null> {
  const [row] = await sql<StaffFields[]>`
    select email, name, display_name as "displayName", staff_number as "staffNumber", role, locale, capacity,
      languages, skills
    from staff where id = ${id} for update`;
  return row ?? null;
}

export async function updateFields(sql: ISql, id: string, fields: StaffFields): Promise<void> {
  await sql`update staff set email = ${fields.email}, name = ${fields.name}, display_name = ${fields.displayName},
      staff_number = ${fields.staffNumber}, role = ${fields.role}, locale = ${fields.locale},
      capacity = ${fields.capacity}, languages = ${fields.languages}, skills = ${fields.skills}
    where id = ${id}`;
}

/** False when there is nothing to change: no such person, or already so. */
export async function setDisabled(sql: ISql, id: string, by: string, now: Date): Promise<boolean> {
  const rows = await sql`update staff set disabled_at = ${now}, disabled_by = ${by}, presence = 'away'
    where id = ${id} and disabled_at is null returning 1`;
  return rows.length === 1;
}

export async function setEnabled(sql: ISql, id: string): Promise<boolean> {
  const rows = await sql`update staff set disabled_at = null, disabled_by = null
    where id = ${id} and disabled_at is not null returning 1`;
  return rows.length === 1;
}

/**
 * The administrators who can sign in, all of them locked: of two administrators who demote each other at the same
 * time the second waits, and then sees what the first has done.
 */
export async function lockActiveAdmins(sql: ISql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from staff where role = 'admin' and disabled_at is null and password_hash is not null
    order by id for update`;
  return rows.map((row) => row.id);
}

export async function adminExists(sql: ISql): Promise<boolean> {
  const rows = await sql`select 1 from staff where role = 'admin' limit 1`;
  return rows.length > 0;
}

/** Only one transaction at a time makes the first administrator. */
export async function lockSetup(sql: ISql): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('okpay.setup'))`;
}
