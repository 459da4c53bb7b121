import type { Deps } from '../../../deps.ts';
import type { App } from '../../../platform/http.ts';
import { registerDrafts } from './articles.ts';
import { registerOwners } from './owners.ts';
import { registerRevisions } from './revisions.ts';
import { registerSteps } from './steps.ts';

/** The editors' side of the help centre. */
export function registerEditingRoutes(app: App, deps: Deps): void {
  registerDrafts(app, deps);
  registerSteps(app, deps);
  registerRevisions(app, deps);
  registerOwners(app, deps);
}
