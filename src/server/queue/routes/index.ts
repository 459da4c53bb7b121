import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerCustomerQueue } from './customer.ts';
import { registerDeskQueue } from './desk.ts';
import { registerQueueSettings } from './settings.ts';

export function registerQueueRoutes(app: App, deps: Deps): void {
  registerCustomerQueue(app, deps);
  registerDeskQueue(app, deps);
  registerQueueSettings(app, deps);
}
