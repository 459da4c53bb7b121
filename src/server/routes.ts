import { registerAgentsRoutes } from './agents/routes/index.ts';
import { registerAttachmentRoutes } from './attachments/routes/index.ts';
import { registerAuditRoutes } from './audit/routes/index.ts';
import { registerBrandRoutes } from './brand/routes/index.ts';
import { registerCannedRoutes } from './canned/routes/index.ts';
import { registerSecurityHeaders } from './centre/headers.ts';
import { registerCentreRoutes } from './centre/routes/index.ts';
import type { Live } from './conversations/live.ts';
import { registerConversationRoutes } from './conversations/routes/index.ts';
import { registerCustomerRoutes } from './customers/routes/index.ts';
import type { Deps } from './deps.ts';
import { registerDeskShell } from './desk/shell.ts';
import { registerGlossaryRoutes } from './glossary/routes.ts';
import { registerHelpRoutes } from './help/routes/index.ts';
import { registerHoursRoutes } from './hours/routes/index.ts';
import { registerLauncherRoutes } from './launcher/routes/index.ts';
import { limitDoors } from './limits/limit-doors.ts';
import { registerHealth } from './platform/health.ts';
import type { App } from './platform/http.ts';
import { registerQuestionRoutes } from './questions/routes/index.ts';
import { registerQueueRoutes } from './queue/routes/index.ts';
import { registerSearchRoutes } from './search/routes/index.ts';
import { registerTeamsRoutes } from './teams/routes/index.ts';
import { registerTopicsRoutes } from './topics/routes/index.ts';
import { registerTrustRoutes } from './trust/routes/index.ts';

/** Everything the server answers, noun by noun. */
export function registerRoutes(app: App, deps: Deps, live: Live): void {
  registerSecurityHeaders(app, deps.config);
  limitDoors(app, deps.config);
  registerHealth(app, deps.sql);
  for (const register of [
    registerAgentsRoutes,
    registerAttachmentRoutes,
    registerAuditRoutes,
    registerBrandRoutes,
    registerCannedRoutes,
    registerCustomerRoutes,
    registerGlossaryRoutes,
    registerHelpRoutes,
    registerHoursRoutes,
    registerLauncherRoutes,
    registerQuestionRoutes,
    registerQueueRoutes,
    registerSearchRoutes,
    registerTeamsRoutes,
    registerTopicsRoutes,
    registerTrustRoutes,
    registerCentreRoutes,
  ]) {
    register(app, deps);
  }
  registerConversationRoutes(app, deps, live);
  registerDeskShell(app, deps);
}
