import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Posted, PostMessage } from '../../../contract/conversations.ts';
import { Priority } from '../../../contract/events.ts';
import { Id } from '../../../contract/ids.ts';
import { may, type Permission } from '../../../contract/roles.ts';
import { printable } from '../../../contract/text.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import { inspect } from '../../guard/inspect.ts';
import type { App } from '../../platform/http.ts';
import { act, agentOf, traceOf } from '../act.ts';
import { findAssignee } from '../assignee.ts';
import type { Command, Trace } from '../commands.ts';
import { passDoor } from '../door.ts';
import { postMessage } from '../post-message.ts';
import { OneConversation, posted } from './shapes.ts';

const tags = ['desk'];
const Tag = printable(40).min(1);

export function registerDeskActions(app: App, deps: Deps): void {
  registerWriting(app, deps);

  /** Registers an action without a body. */
  const simple = (
    path: string,
    summary: string,
    permission: Permission,
    plan: (request: FastifyRequest) => [Command, Trace],
  ) =>
    app.post(
      `/api/desk/conversations/:id/${path}`,
      {
        onRequest: requireStaff(deps, permission),
        schema: { tags, summary, params: OneConversation, response: { 200: Posted } },
      },
      async (request) => {
        const [command, trace] = plan(request);
        const { id, outcome } = await act(deps, request, request.params.id, command, trace);
        return posted(id, outcome);
      },
    );

  simple('claim', 'Take it', 'conversation.claim', (request) => [
    { kind: 'claim', takeOver: may(request.staff.role, 'conversation.takeOver') },
    traceOf(request, 'conversation.claimed'),
  ]);
  simple('hand-back', 'Give it back to the queue', 'conversation.assign', (request) => [
    { kind: 'assign', agent: null, team: null },
    traceOf(request, 'conversation.handed-back'),
  ]);
  simple('resolution', 'Resolve it', 'conversation.resolve', (request) => [
    { kind: 'resolve' },
    traceOf(request, 'conversation.resolved'),
  ]);
  simple('reopening', 'Reopen it', 'conversation.resolve', (request) => [
    { kind: 'reopen' },
    traceOf(request, 'conversation.reopened'),
  ]);

  app.post(
    '/api/desk/conversations/:id/assignment',
    {
      onRequest: requireStaff(deps, 'conversation.assign'),
      schema: {
        tags,
        summary: 'Give it to an agent or a team',
        params: OneConversation,
        body: z.object({ agentId: Id.nullable(), teamId: Id.nullable() }),
        response: { 200: Posted },
      },
    },
    async (request) => {
      const { agentId, teamId } = request.body;
      const { agent, team } = await findAssignee(deps, agentId, teamId);
      const trace = traceOf(request, 'conversation.assigned', { agentId, teamId });
      const { id, outcome } = await act(
        deps,
        request,
        request.params.id,
        { kind: 'assign', agent, team },
        trace,
      );
      return posted(id, outcome);
    },
  );

  app.put(
    '/api/desk/conversations/:id/tags',
    {
      onRequest: requireStaff(deps, 'conversation.tag'),
      schema: {
        tags,
        summary: 'Set its tags',
        params: OneConversation,
        body: z.object({ tags: z.array(Tag).max(20) }),
        response: { 200: Posted },
      },
    },
    async (request) => {
      const names = [...new Set(request.body.tags.map((tag) => inspect(tag, request.locale).text))];
      const trace = traceOf(request, 'conversation.tagged', { tags: names });
      const { id, outcome } = await act(
        deps,
        request,
        request.params.id,
        { kind: 'tag', tags: names },
        trace,
      );
      return posted(id, outcome);
    },
  );

  app.put(
    '/api/desk/conversations/:id/priority',
    {
      onRequest: requireStaff(deps, 'conversation.tag'),
      schema: {
        tags,
        summary: 'Set its priority',
        params: OneConversation,
        body: z.object({ priority: Priority }),
        response: { 200: Posted },
      },
    },
    async (request) => {
      const { priority } = request.body;
      const trace = traceOf(request, 'conversation.prioritised', { priority });
      const { id, outcome } = await act(
        deps,
        request,
        request.params.id,
        { kind: 'prioritise', priority },
        trace,
      );
      return posted(id, outcome);
    },
  );
}

function registerWriting(app: App, deps: Deps): void {
  for (const [path, kind, permission, action, summary] of [
    ['messages', 'post', 'conversation.reply', 'message.posted', 'Write to the customer'],
    ['notes', 'note', 'conversation.note', 'note.added', 'Write an internal note'],
  ] as const) {
    app.post(
      `/api/desk/conversations/:id/${path}`,
      {
        onRequest: requireStaff(deps, permission),
        schema: { tags, summary, params: OneConversation, body: PostMessage, response: { 200: Posted } },
      },
      async (request) => {
        const { params, body, locale } = request;
        // Before its files are bound to a conversation that is not there.
        await passDoor(deps, { party: 'staff', mayRead: true }, params.id);
        const outcome = await postMessage(deps, kind, {
          conversationId: params.id,
          id: body.id,
          text: body.text,
          attachmentIds: body.attachments?.map((attachment) => attachment.id) ?? [],
          notSecret: body.notSecret,
          actor: agentOf(request),
          locale,
          trace: traceOf(request, action),
        });
        return posted(body.id, outcome);
      },
    );
  }
}
