import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerChannels } from './channels.ts';
import { registerCheck } from './check.ts';
import { registerKeys } from './keys.ts';
import { registerProofs } from './proofs.ts';
import { registerReported } from './reported.ts';

/** What tells our channels from those of others, for everybody, and for those who keep the list. */
export function registerTrustRoutes(app: App, deps: Deps): void {
  registerCheck(app, deps);
  registerChannels(app, deps);
  registerReported(app, deps);
  registerProofs(app, deps);
  registerKeys(app, deps);
}
