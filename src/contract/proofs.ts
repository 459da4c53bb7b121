import { z } from 'zod';
import { Channel } from './events.ts';
import { Id } from './ids.ts';

/** How long a code proves anything, in seconds. */
export const PROOF_SECONDS = 60;

/** An agent as customers know them. */
const Known = z.object({ name: z.string(), staffNumber: z.string() });

/** A one-time code that only the customer's screen and the screen of the agent of their conversation show. */
export const Proof = z.object({
  code: z.string().describe('Such as K7M-4QX'),
  agent: Known,
  secondsLeft: z.int(),
});
export type Proof = z.infer<typeof Proof>;

/** The same code for the screen of the agent. */
export const ShownProof = Proof.pick({ code: true, secondsLeft: true });
export type ShownProof = z.infer<typeof ShownProof>;

/** The code as somebody reads it out; blanks, hyphens and case make no difference. */
export const EnterProof = z.object({ code: z.string().trim().min(1, 'must not be empty').max(40) });

/** The code was of a conversation of this customer, and this agent has it. */
export const ProofAccepted = z.object({ agent: Known, caseNumber: z.string() });
export type ProofAccepted = z.infer<typeof ProofAccepted>;

/** What anybody may know of a staff number. */
export const StaffNumberState = z.enum(['on-duty', 'exists', 'unknown']);
export type StaffNumberState = z.infer<typeof StaffNumberState>;

/** Somebody of ours who is in contact with a customer. */
export const Contact = z.object({
  conversationId: Id,
  caseNumber: z.string(),
  channel: Channel,
  agent: Known,
  lastAt: z.iso.datetime().describe('When something last happened in it'),
});
export type Contact = z.infer<typeof Contact>;
