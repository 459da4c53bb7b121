import { z } from 'zod';
import { ConversationSummary } from './conversations.ts';
import { Id } from './ids.ts';

/** `pull`: agents take conversations themselves. `push`: whoever fits best is offered the next one. */
export const Assignment = z.enum(['pull', 'push']);
export type Assignment = z.infer<typeof Assignment>;

/** How the queue is run. Times in seconds. */
export const QueueSettings = z.object({
  assignment: Assignment.describe('For conversations that lie with no team; each team has its own'),
  acceptSeconds: z.int().min(10).max(300).describe('How long an agent has to accept what is offered'),
  goneSeconds: z
    .int()
    .min(10)
    .max(3600)
    .describe('A waiting customer whose agent has left the desk goes back to the front after this time'),
  answerSeconds: z
    .int()
    .min(30)
    .max(3600)
    .describe('An agent who takes a conversation and writes nothing loses it after this time'),
  unattendedSeconds: z.int().min(10).max(7200).describe('Whoever waits longer is pointed out to supervisors'),
});
export type QueueSettings = z.infer<typeof QueueSettings>;

/** A wait in whole minutes; `from` 0 means less than one. */
export const WaitRange = z.object({ from: z.int().min(0), to: z.int().min(1) });
export type WaitRange = z.infer<typeof WaitRange>;

/** Where a customer stands in the queue. */
export const MyPlace = z.object({
  place: z.int().min(1).nullable().describe('1 is next; null: this conversation waits for nobody'),
  range: WaitRange.nullable().describe('How much longer it will take; null: nothing is known to say so'),
  attended: z.boolean().describe('An agent is there who could take it'),
  emergenciesAhead: z.int().describe('Emergencies that came later and go first'),
  front: z.boolean().describe('An agent did not answer, and the conversation came back to the front'),
});
export type MyPlace = z.infer<typeof MyPlace>;

const Hour = z.object({
  hour: z.int().min(0).max(23).describe('On the clock of the centre'),
  minutes: z.int().min(0).describe('The wait of half of all customers was no longer'),
});

/** What the centre's own history says about waiting. */
export const WaitHistory = z.object({
  score: z
    .object({ inside: z.number().min(0).max(1), count: z.int() })
    .nullable()
    .describe('The share of last week’s waits that were inside the range shown; null: too few to say'),
  hours: z.array(Hour).describe('Hours in which enough people waited to say something, over four weeks'),
});
export type WaitHistory = z.infer<typeof WaitHistory>;

/** A conversation that waits, as the desk lists it. */
export const QueueRow = z.object({
  conversation: ConversationSummary,
  teamId: Id.nullable().describe('Where it lies: its own team, or that of its topic'),
  since: z.iso.datetime(),
  place: z.int(),
  range: WaitRange.nullable(),
  front: z.boolean(),
  unattended: z.boolean().describe('Waits longer than the centre allows itself'),
  offeredTo: Id.nullable().describe('The agent who is asked just now'),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueueView = z.object({
  rows: z.array(QueueRow).describe('In the order of their turn, the first two hundred'),
  waiting: z.int(),
  unattended: z.int(),
  agents: z.int().describe('Agents who are there and take conversations'),
  free: z.int().describe('Those of them who have room for one more chat'),
  score: WaitHistory.shape.score,
});
export type QueueView = z.infer<typeof QueueView>;

/** A conversation that is offered to the signed-in agent. */
export const Offer = z.object({ conversation: ConversationSummary, until: z.iso.datetime() });
export type Offer = z.infer<typeof Offer>;
export const MyOffers = z.object({
  rows: z.array(Offer),
  waiting: z.int().describe('How many customers wait'),
  unattended: z.int().describe('How many customers wait longer than the centre allows itself'),
});
export type MyOffers = z.infer<typeof MyOffers>;

/** The conversation that was taken; null: nobody waits whom this agent could help. */
export const Taken = z.object({ conversationId: Id.nullable() });
