import type { StaffRequest } from '../agents/request-staff.ts';

/** Where a canned reply is kept: with those that are shared, or with one's own. */
export type Shelf = 'shared' | 'personal';

/** The owner of what is on a shelf; null for what is shared. */
export const ownerOn = (shelf: Shelf, by: StaffRequest): string | null =>
  shelf === 'personal' ? by.staff.id : null;
