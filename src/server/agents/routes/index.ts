import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { registerAgentList } from './agent-list.ts';
import { registerMe } from './me.ts';
import { registerPasswordResets } from './password-resets.ts';
import { registerSession } from './session.ts';
import { registerSessions } from './sessions.ts';
import { registerSetup } from './setup.ts';
import { registerStaff } from './staff.ts';
import { registerStaffAccess } from './staff-access.ts';
import { registerTotp } from './totp.ts';

/** Signing in, oneself, colleagues, and the administration of staff. */
export function registerAgentsRoutes(app: App, deps: Deps): void {
  registerSetup(app, deps);
  registerSession(app, deps);
  registerSessions(app, deps);
  registerPasswordResets(app, deps);
  registerMe(app, deps);
  registerTotp(app, deps);
  registerAgentList(app, deps);
  registerStaff(app, deps);
  registerStaffAccess(app, deps);
}
