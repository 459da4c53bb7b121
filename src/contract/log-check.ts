import { z } from 'zod';
import { Id, Seq } from './ids.ts';

/**
 * What is wrong with a line: its content or place is not what was written; it is gone; or (of a whole conversation, at
 * its last seq) the head does not name the last line.
 */
export const Fault = z.enum(['altered', 'missing', 'head']);
export type Fault = z.infer<typeof Fault>;

/** A place where the log is not as it was written. */
export const Alteration = z.object({ conversationId: Id, caseNumber: z.string(), seq: Seq, fault: Fault });
export type Alteration = z.infer<typeof Alteration>;

/** What the latest walk over all chains found. */
export const LogCheck = z.object({
  checkedAt: z.iso.datetime().nullable().describe('Null until the first walk is done'),
  conversations: z.int(),
  alterations: z.array(Alteration).describe('The first hundred'),
});
export type LogCheck = z.infer<typeof LogCheck>;
