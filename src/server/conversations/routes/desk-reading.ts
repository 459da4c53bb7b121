import { z } from 'zod';
import { ConversationSummary, EventsPage, InboxPage, InboxQuery } from '../../../contract/conversations.ts';
import { CustomerPanel } from '../../../contract/customers.ts';
import { Counters } from '../../../contract/frames.ts';
import { ArticleSeed } from '../../../contract/questions.ts';
import { may } from '../../../contract/roles.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import { findCustomerPanel } from '../../customers/customer-panel.ts';
import type { Deps } from '../../deps.ts';
import { AppError } from '../../platform/app-error.ts';
import type { App } from '../../platform/http.ts';
import { articleSeed } from '../article-seed.ts';
import { Draft, findDraft, saveDraft } from '../drafts.ts';
import { eventsPage } from '../events-page.ts';
import { readInbox } from '../inbox.ts';
import { countersFor } from '../inbox-feed.ts';
import { summariesOf, tally } from '../summary-store.ts';
import { EventsQuery, OneConversation, SeedQuery, sendJson } from './shapes.ts';

const tags = ['desk'];

export function registerDeskReading(app: App, deps: Deps): void {
  const reader = { onRequest: requireStaff(deps, 'conversation.read') };

  app.get(
    '/api/desk/conversations',
    {
      ...reader,
      schema: { tags, summary: 'One page of a view', querystring: InboxQuery, response: { 200: InboxPage } },
    },
    async ({ query, staff }) => readInbox(deps.sql, query, staff.id),
  );

  app.get(
    '/api/desk/counters',
    {
      ...reader,
      schema: { tags, summary: 'How many conversations each view holds', response: { 200: Counters } },
    },
    async ({ staff }) => countersFor(await tally(deps.sql), staff.id),
  );

  app.get(
    '/api/desk/conversations/:id',
    {
      ...reader,
      schema: {
        tags,
        summary: 'A conversation',
        params: OneConversation,
        response: { 200: ConversationSummary },
      },
    },
    async ({ params }) => {
      const [summary] = await summariesOf(deps.sql, [params.id]);
      if (summary === undefined) throw new AppError('conversation-not-found');
      return summary;
    },
  );

  app.get(
    '/api/desk/conversations/:id/events',
    {
      ...reader,
      schema: {
        tags,
        summary: 'Its log',
        params: OneConversation,
        querystring: EventsQuery,
        response: { 200: EventsPage },
      },
    },
    async ({ params, query }, reply) => {
      const [summary] = await summariesOf(deps.sql, [params.id]);
      if (summary === undefined) throw new AppError('conversation-not-found');
      return sendJson(reply, await eventsPage(deps.sql, 'staff', params.id, query.after, query.limit));
    },
  );

  app.get(
    '/api/desk/conversations/:id/article-seed',
    {
      ...reader,
      schema: {
        tags,
        summary: 'What an article made of an answer begins with',
        params: OneConversation,
        querystring: SeedQuery,
        response: { 200: ArticleSeed },
      },
    },
    async ({ params, query, staff }) => {
      if (!may(staff.role, 'article.edit')) throw new AppError('forbidden');
      return articleSeed(deps, { conversationId: params.id, seq: query.seq });
    },
  );

  app.get(
    '/api/desk/conversations/:id/draft',
    {
      ...reader,
      schema: {
        tags,
        summary: 'What I was about to write',
        params: OneConversation,
        response: { 200: Draft },
      },
    },
    async ({ params, staff }) => findDraft(deps.sql, params.id, staff.id),
  );

  app.put(
    '/api/desk/conversations/:id/draft',
    {
      ...reader,
      schema: {
        tags,
        summary: 'Keep what I am about to write',
        params: OneConversation,
        body: Draft.pick({ text: true, note: true }),
        response: { 200: Draft },
      },
    },
    async ({ params, staff, body, locale }) => saveDraft(deps, params.id, staff.id, body, locale),
  );

  app.get(
    '/api/desk/customers/:id',
    {
      onRequest: requireStaff(deps, 'customer.read'),
      schema: {
        tags,
        summary: 'A customer and their conversations',
        params: z.object({ id: OneConversation.shape.id }),
        response: { 200: CustomerPanel },
      },
    },
    async ({ params }) => findCustomerPanel(deps, params.id),
  );
}
