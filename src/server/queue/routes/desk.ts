import { refusals } from '../../../contract/answers.ts';
import { MyOffers, QueueView, Taken } from '../../../contract/queue.ts';
import { requireStaff } from '../../agents/require-staff.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { myOffers } from '../my-offers.ts';
import { readQueue } from '../read-queue.ts';
import { takeNext } from '../take-next.ts';

const tags = ['queue'];

export function registerDeskQueue(app: App, deps: Deps): void {
  app.get('/api/desk/queue', {
    onRequest: requireStaff(deps, 'queue.read'),
    schema: { tags, summary: 'Who waits, and who is there', response: { 200: QueueView, ...refusals } },
    handler: () => readQueue(deps),
  });
  app.get('/api/desk/queue/offers', {
    onRequest: requireStaff(deps, 'conversation.claim'),
    schema: {
      tags,
      summary: 'What I am asked to take',
      description:
        'An offer is accepted by claiming its conversation; one that lapses goes to somebody else.',
      response: { 200: MyOffers, ...refusals },
    },
    handler: ({ staff }) => myOffers(deps, staff.id),
  });
  app.post('/api/desk/queue/next', {
    onRequest: requireStaff(deps, 'conversation.claim'),
    schema: { tags, summary: 'Take whose turn it is', response: { 200: Taken, ...refusals } },
    handler: async (request) => ({ conversationId: await takeNext(deps, request) }),
  });
}
