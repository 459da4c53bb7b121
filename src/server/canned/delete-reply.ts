import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { ownerOn, type Shelf } from './shelf.ts';
import { deleteReply as deleteRow, lockReply } from './store.ts';

/** Deletes a canned reply; its text stays in the audit line. @throws AppError `not-found` */
export async function deleteReply(
  deps: Pick<Deps, 'sql'>,
  by: StaffRequest,
  shelf: Shelf,
  id: string,
): Promise<void> {
  await deps.sql.begin(async (tx) => {
    const reply = await lockReply(tx, id, ownerOn(shelf, by));
    if (reply === null) throw new AppError('not-found');
    await deleteRow(tx, id);
    const { shortcut, titles, texts } = reply;
    await audit(tx, by, 'canned-reply.deleted', { kind: 'canned-reply', id }, { shortcut, titles, texts });
  });
}
