import { z } from 'zod';
import { Id } from '../../../contract/ids.ts';
import { MyPlace, WaitHistory } from '../../../contract/queue.ts';
import { passDoor } from '../../conversations/door.ts';
import { requireCustomer } from '../../customers/identify.ts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { myPlace } from '../my-place.ts';
import { readWaitHistory } from '../wait-history.ts';

export function registerCustomerQueue(app: App, deps: Deps): void {
  app.get('/api/my/conversations/:id/place', {
    onRequest: requireCustomer(deps),
    schema: {
      tags: ['customer'],
      summary: 'My place in the queue, and how much longer it takes',
      params: z.object({ id: Id }),
      response: { 200: MyPlace },
    },
    handler: async ({ customer, params }) => {
      await passDoor(deps, { party: 'customer', id: customer.id }, params.id);
      return myPlace(deps, params.id);
    },
  });
  app.get('/api/waits', {
    schema: {
      tags: ['centre'],
      summary: 'How long people waited, and how true what they were told was',
      response: { 200: WaitHistory },
    },
    handler: () => readWaitHistory(deps),
  });
}
