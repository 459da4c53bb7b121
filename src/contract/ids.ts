import { z } from 'zod';

/** A UUID of any version, lower-cased so that the same id compares equal everywhere. */
export const Id = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID');

/** Position in a conversation's log: 1, 2, 3... without gaps; 0 means "nothing yet". */
export const Seq = z.int().min(0).max(2_147_483_647);
