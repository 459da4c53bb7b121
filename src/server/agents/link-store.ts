import type { ISql } from 'postgres';

export type LinkKind = 'reset' | 'invitation';

export interface NewLink {
  tokenHash: Buffer;
  staffId: string;
  kind: LinkKind;
  createdBy: string | null;
  now: Date;
  expiresAt: Date;
}

/** A new link; earlier ones of the same person stop working, so that only the newest mail counts. */
export async function insertLink(sql: ISql, link: NewLink): Promise<void> {
  await spendLinks(sql, link.staffId, link.now);
  await sql`insert into password_resets (token_hash, staff_id, kind, created_at, created_by, expires_at)
    values (${link.tokenHash}, ${link.staffId}, ${link.kind}, ${link.now}, ${link.createdBy}, ${link.expiresAt})`;
}

export interface LinkRow {
  staffId: string;
  kind: LinkKind;
  email: string;
  name: string;
  expiresAt: Date;
}

/** The link, while it can be used by somebody who is not disabled. */
export async function usableLink(sql: ISql, hash: Buffer, now: Date): Promise<LinkRow | null> {
  const [row] = await sql<LinkRow[]>`
    select l.staff_id as "staffId", l.kind, p.email, p.name, l.expires_at as "expiresAt"
    from password_resets l join staff p on p.id = l.staff_id
    where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${now} and p.disabled_at is null`;
  return row ?? null;
}

/** Uses the link up; of two who try at the same time one gets false. */
export async function spendLink(sql: ISql, hash: Buffer, now: Date): Promise<boolean> {
  const rows = await sql`update password_resets set used_at = ${now}
    where token_hash = ${hash} and used_at is null and expires_at > ${now} returning 1`;
  return rows.length === 1;
}

export async function spendLinks(sql: ISql, staffId: string, now: Date): Promise<void> {
  await sql`update password_resets set used_at = ${now} where staff_id = ${staffId} and used_at is null`;
}

export async function insertSetupLink(sql: ISql, hash: Buffer, now: Date, expiresAt: Date): Promise<void> {
  await sql`insert into setup_links (token_hash, created_at, expires_at) values (${hash}, ${now}, ${expiresAt})`;
}

export async function setupLinkExpiry(sql: ISql, hash: Buffer, now: Date): Promise<Date | null> {
  const [row] = await sql<{ at: Date }[]>`select expires_at as at from setup_links
    where token_hash = ${hash} and used_at is null and expires_at > ${now}`;
  return row?.at ?? null;
}

export async function spendSetupLinks(sql: ISql, now: Date): Promise<void> {
  await sql`update setup_links set used_at = ${now} where used_at is null`;
}
