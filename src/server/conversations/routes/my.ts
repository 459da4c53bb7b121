import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  EventsPage,
  MyConversation,
  Posted,
  PostMessage,
  StartConversation,
} from '../../../contract/conversations.ts';
import { Verdict } from '../../../contract/events.ts';
import { Id, Seq } from '../../../contract/ids.ts';
import { ensureCustomer, requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import { addressKey } from '../../limits/address-key.ts';
import { take } from '../../limits/take.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import type { Allowances } from '../../realtime/allowances.ts';
import { passDoor } from '../door.ts';
import { eventsPage } from '../events-page.ts';
import { judgeAnswer } from '../judge-answer.ts';
import { myConversations } from '../my-store.ts';
import { postMessage } from '../post-message.ts';
import { startConversation } from '../start-conversation.ts';
import { EventsQuery, OneConversation, posted, sendJson } from './shapes.ts';

const tags = ['customer'];

export function registerMyRoutes(app: App, deps: Deps, allowances: Allowances): void {
  const known = { onRequest: requireCustomer(deps) };
  /** By single requests nobody may write faster than over a socket. */
  const pace = async ({ customer }: FastifyRequest): Promise<void> => {
    const waitMs = allowances.take(customer.id);
    if (waitMs > 0) throw new AppError('too-many-requests', { seconds: Math.ceil(waitMs / 1000) });
  };
  const writing = { onRequest: [requireCustomer(deps), pace] };
  const door = (customerId: string, id: string) => passDoor(deps, { party: 'customer', id: customerId }, id);

  app.get(
    '/api/my/conversations',
    {
      ...known,
      schema: {
        tags,
        summary: 'My conversations, newest first',
        response: { 200: z.object({ rows: z.array(MyConversation) }) },
      },
    },
    async ({ customer }) => ({ rows: await myConversations(deps.sql, customer.id) }),
  );

  app.post(
    '/api/my/conversations',
    {
      schema: {
        tags,
        summary: 'Start a chat',
        body: StartConversation,
        response: { 201: z.object({ id: Id, caseNumber: z.string(), seq: Seq }) },
      },
    },
    async (request, reply) => {
      await take(deps, `start:${addressKey(request.ip)}`, { everySeconds: 5, burst: 30 });
      const customer = await ensureCustomer(deps, request, reply);
      const { caseNumber, posted: message } = await startConversation(deps, customer.id, request.body);
      return reply.code(201).send({ id: request.body.id, caseNumber, seq: message.seq });
    },
  );

  app.get(
    '/api/my/conversations/:id',
    {
      ...known,
      schema: {
        tags,
        summary: 'One of my conversations',
        params: OneConversation,
        response: { 200: MyConversation },
      },
    },
    async ({ customer, params }) => {
      const [conversation] = await myConversations(deps.sql, customer.id, params.id);
      if (conversation === undefined) throw new AppError('conversation-not-found');
      return conversation;
    },
  );

  app.get(
    '/api/my/conversations/:id/events',
    {
      ...known,
      schema: {
        tags,
        summary: 'Its log',
        params: OneConversation,
        querystring: EventsQuery,
        response: { 200: EventsPage },
      },
    },
    async ({ customer, params, query }, reply) => {
      await door(customer.id, params.id);
      return sendJson(reply, await eventsPage(deps.sql, 'customer', params.id, query.after, query.limit));
    },
  );

  app.post(
    '/api/my/conversations/:id/messages',
    {
      ...writing,
      schema: {
        tags,
        summary: 'Post a message',
        params: OneConversation,
        body: PostMessage,
        response: { 200: Posted },
      },
    },
    async ({ customer, params, body, locale }) => {
      await door(customer.id, params.id);
      const outcome = await postMessage(deps, 'post', {
        conversationId: params.id,
        id: body.id,
        text: body.text,
        attachmentIds: body.attachments?.map((attachment) => attachment.id) ?? [],
        notSecret: body.notSecret,
        actor: { kind: 'customer', id: customer.id },
        locale,
      });
      return posted(body.id, outcome);
    },
  );

  app.post(
    '/api/my/conversations/:id/verdict',
    {
      ...writing,
      schema: {
        tags,
        summary: 'Judge the automatic answer',
        description:
          'The first verdict stands. `solved` also ends the conversation; writing again opens it again.',
        params: OneConversation,
        body: z.object({ verdict: Verdict }),
        response: { 200: Posted },
      },
    },
    async ({ customer, params, body }) => {
      await door(customer.id, params.id);
      const { id, outcome } = await judgeAnswer(deps, customer.id, params.id, body.verdict);
      return posted(id, outcome);
    },
  );

  for (const [path, kind, summary] of [
    ['resolution', 'resolve', 'End my conversation'],
    ['reopening', 'reopen', 'Reopen my conversation'],
  ] as const) {
    app.post(
      `/api/my/conversations/:id/${path}`,
      { ...writing, schema: { tags, summary, params: OneConversation, response: { 200: Posted } } },
      async ({ customer, params }) => {
        await door(customer.id, params.id);
        const id = randomUUID();
        const outcome = await deps.log.submit({
          conversationId: params.id,
          id,
          at: deps.clock.now().toISOString(),
          actor: { kind: 'customer', id: customer.id },
          command: { kind },
        });
        return posted(id, outcome);
      },
    );
  }
}
