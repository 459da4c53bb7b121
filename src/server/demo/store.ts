import type { ISql, Sql } from 'postgres';
import type { DemoCustomer } from './customers.ts';

/** What is remembered of a demonstration: who its staff are. */
export interface Marker {
  staffIds: string[];
}

/** Null when this database holds no demonstration. */
export async function findMarker(sql: ISql): Promise<Marker | null> {
  const [row] = await sql<{ value: Marker }[]>`select value from settings where key = 'demo'`;
  return row?.value ?? null;
}

export async function insertMarker(sql: ISql, marker: Marker, now: Date): Promise<void> {
  const value = JSON.stringify(marker);
  await sql`insert into settings (key, value, updated_at) values ('demo', ${value}::text::jsonb, ${now})`;
}

export async function hasStaff(sql: ISql): Promise<boolean> {
  const rows = await sql`select 1 from staff limit 1`;
  return rows.length > 0;
}

/** They take conversations as soon as they sign in. */
export async function setOnline(sql: ISql, ids: string[], now: Date): Promise<void> {
  await sql`update staff set presence = 'online', presence_at = ${now} where id = any(${ids}::uuid[])`;
}

/** The staff of the demonstration who can still sign in. */
export async function staffToRenew(
  sql: ISql,
  ids: string[],
): Promise<{ id: string; email: string; role: string; name: string }[]> {
  return sql<{ id: string; email: string; role: string; name: string }[]>`
    select id, email, role, name from staff where id = any(${ids}::uuid[]) and disabled_at is null order by staff_number`;
}

export async function setPassword(sql: ISql, id: string, hash: string): Promise<void> {
  await sql`update staff set password_hash = ${hash} where id = ${id}`;
}

/** @param customers each with when they were first seen */
export async function insertCustomers(
  sql: Sql,
  customers: (DemoCustomer & { since: Date; seen: Date })[],
): Promise<void> {
  const rows = customers.map((customer) => ({ ...customer, words: undefined }));
  await sql`
    insert into customers (id, name, email, phone, account, locale, created_at, seen_at)
    select id, name, email, phone, account, locale, since, seen from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as c(id uuid, name text, email text, phone text, account text, locale text, since timestamptz, seen timestamptz)`;
  await Promise.all(
    customers.map(
      ({ id, words }) =>
        sql`update customers set words = array_to_tsvector(${words}::text[]) where id = ${id}`,
    ),
  );
}

export interface ReceiptRow {
  id: string;
  party: 'customer' | 'staff';
  seq: number;
}

/** Everything up to `seq` has been read. */
export async function insertReceipts(sql: Sql, rows: ReceiptRow[]): Promise<void> {
  await sql`
    insert into receipts (conversation_id, party, delivered, read)
    select id, party, seq, seq from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r(id uuid, party text, seq integer)
    on conflict do nothing`;
}

export interface AuditRow {
  at: string;
  staffId: string;
  staffName: string;
  action: string;
  conversationId: string;
}

/** The audit lines of what staff did in the stories, at the time of the story. */
export async function insertAudit(sql: Sql, rows: AuditRow[]): Promise<void> {
  await sql`
    insert into audit (at, staff_id, staff_name, action, subject_kind, subject_id, detail, ip)
    select at, "staffId", "staffName", action, 'conversation', "conversationId", '{}', '127.0.0.1'
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as a(at timestamptz, "staffId" uuid, "staffName" text, action text, "conversationId" text) order by at`;
}

/** The next `count` case numbers, ascending. */
export async function nextCaseNumbers(sql: Sql, count: number): Promise<string[]> {
  const rows = await sql<{ n: string }[]>`
    select nextval('case_numbers') as n from generate_series(1, ${count}) order by n`;
  return rows.map(({ n }) => `OK${n}`);
}
