import type { ISql } from 'postgres';
import type { AuditLine, AuditQuery } from '../../contract/audit.ts';
import { type AuditRow, linesWhere } from './store.ts';

const view = ({ at, kind, subjectId, ...row }: AuditRow): AuditLine => ({
  ...row,
  at: at.toISOString(),
  subject: { kind, id: subjectId },
});

/** A page of the audit, newest first; `next` is the cursor of the page after it. */
export async function listAudit(
  sql: ISql,
  query: AuditQuery,
): Promise<{ rows: AuditLine[]; next: string | null }> {
  const found = await linesWhere(sql, { ...query, limit: query.limit + 1 });
  const rows = found.slice(0, query.limit).map(view);
  return { rows, next: found.length > query.limit ? (rows.at(-1)?.id ?? null) : null };
}
