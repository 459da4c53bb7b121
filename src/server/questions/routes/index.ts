import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerNeeds } from './needs.ts';
import { registerProposed } from './proposed.ts';

/** What customers ask, for those who write the answers. */
export function registerQuestionRoutes(app: App, deps: Deps): void {
  registerProposed(app, deps);
  registerNeeds(app, deps);
}
