import type { ISql } from 'postgres';
import type { AuditAction } from '../../contract/audit.ts';
import { insertLine } from './store.ts';

/** Who acts, and from where. A request that passed `requireStaff` is one. */
export interface AuditBy {
  readonly ip: string;
  readonly staff?: { readonly id: string; readonly fullName: string } | undefined;
}

export interface AuditSubject {
  kind: string;
  id: string | null;
}

/**
 * Writes the one line that an action leaves. `sql` is the transaction that makes the change, so that there is never
 * a change without its line, nor a line without its change. `detail` says what changed and never holds a secret.
 */
export async function audit(
  sql: ISql,
  by: AuditBy,
  action: AuditAction,
  subject: AuditSubject,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { staff, ip } = by;
  await insertLine(sql, {
    staffId: staff?.id ?? null,
    staffName: staff?.fullName ?? '',
    action,
    subject,
    detail,
    ip,
  });
}
