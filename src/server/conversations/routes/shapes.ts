import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Id, Seq } from '../../../contract/ids.ts';
import type { Outcome } from '../commit.ts';

export const OneConversation = z.object({ id: Id });
export const EventsQuery = z.object({
  after: z.coerce
    .number()
    .pipe(Seq)
    .default(0)
    .describe('Everything after this seq; lastSeq - 100 gives the last hundred'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const SeedQuery = z.object({ seq: z.coerce.number().pipe(Seq).describe('The agent’s message') });

/** The answer to whatever went onto the log. */
export const posted = (id: string, { seq, at }: Outcome) => ({ id, seq, at });

/** Sends text that is JSON already, as it stands. */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((payload) => payload as string)
    .send(text);
