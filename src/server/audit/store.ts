import type { ISql, JSONValue } from 'postgres';
import type { AuditAction, AuditQuery } from '../../contract/audit.ts';

interface NewLine {
  staffId: string | null;
  staffName: string;
  action: AuditAction;
  subject: { kind: string; id: string | null };
  detail: Record<string, unknown>;
  ip: string;
}

export async function insertLine(sql: ISql, line: NewLine): Promise<void> {
  await sql`insert into audit (staff_id, staff_name, action, subject_kind, subject_id, detail, ip)
    values (${line.staffId}, ${line.staffName}, ${line.action}, ${line.subject.kind}, ${line.subject.id},
      ${sql.json(line.detail as JSONValue)}, ${line.ip})`;
}

export interface AuditRow {
  id: string;
  at: Date;
  staffId: string | null;
  staffName: string;
  action: string;
  kind: string;
  subjectId: string | null;
  detail: Record<string, unknown>;
  ip: string;
}

/** Lines that match, newest first, older than `cursor`. */
export async function linesWhere(sql: ISql, query: AuditQuery): Promise<AuditRow[]> {
  const { staff, action, kind, subject, from, to, cursor, limit } = query;
  const all = sql`true`;
  return sql<AuditRow[]>`
    select id::text, at, staff_id as "staffId", staff_name as "staffName", action, subject_kind as kind,
      subject_id as "subjectId", detail, ip
    from audit
    where ${staff === undefined ? all : sql`staff_id = ${staff}`}
      and ${action === undefined ? all : sql`action = ${action}`}
      and ${kind === undefined ? all : sql`subject_kind = ${kind}`}
      and ${subject === undefined ? all : sql`subject_id = ${subject}`}
      and ${from === undefined ? all : sql`at >= ${new Date(from)}`}
      and ${to === undefined ? all : sql`at < ${new Date(to)}`}
      and ${cursor === undefined ? all : sql`id < ${cursor}`}
    order by audit.id desc limit ${limit}`;
}
