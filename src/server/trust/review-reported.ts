import type { StaffRequest } from '../agents/request-staff.ts';
import { audit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../platform/app-error.ts';
import { markReviewed } from './report-store.ts';

/** Takes a reported channel out of the queue. @throws AppError `not-found`, also when somebody did it already */
export async function reviewReported(
  deps: Pick<Deps, 'sql' | 'clock'>,
  by: StaffRequest,
  id: number,
): Promise<void> {
  await deps.sql.begin(async (tx) => {
    const channel = await markReviewed(tx, id, by.staff.id, deps.clock.now());
    if (channel === null) throw new AppError('not-found');
    await audit(tx, by, 'report.reviewed', { kind: 'report', id: String(id) }, channel);
  });
}
