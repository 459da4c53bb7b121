import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerPersonalReplies } from './personal.ts';
import { registerSharedReplies } from './shared.ts';

export function registerCannedRoutes(app: App, deps: Deps): void {
  registerPersonalReplies(app, deps);
  registerSharedReplies(app, deps);
}
