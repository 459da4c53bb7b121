import type { Deps } from '../../deps.ts';
import type { App } from '../../platform/http.ts';
import { Allowances } from '../../realtime/allowances.ts';
import type { Live } from '../live.ts';
import { registerDeskActions } from './desk-actions.ts';
import { registerDeskReading } from './desk-reading.ts';
import { registerLogCheck } from './log-check.ts';
import { registerMyRoutes } from './my.ts';
import { registerRedactions } from './redactions.ts';
import { registerSyncRoutes } from './sync.ts';
import { registerTranscriptRoutes } from './transcript.ts';

export function registerConversationRoutes(app: App, deps: Deps, live: Live): void {
  const allowances = new Allowances(deps.config.socketMessagesPerSecond);
  registerMyRoutes(app, deps, allowances);
  registerDeskReading(app, deps);
  registerDeskActions(app, deps);
  registerRedactions(app, deps);
  registerLogCheck(app, deps);
  registerTranscriptRoutes(app, deps);
  registerSyncRoutes(app, deps, live, allowances);
}
