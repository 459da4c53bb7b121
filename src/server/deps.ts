import type { FastifyBaseLogger } from 'fastify';
import type { Sql } from 'postgres';
import type { ConversationLog } from './conversations/conversation-log.ts';
import type { RecentWords } from './guard/recent-words.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { FileStore } from './platform/files.ts';
import type { Mailer } from './platform/mailer.ts';
import type { Bus } from './realtime/bus.ts';
import type { Hub } from './realtime/hub.ts';

/** What routes and verbs are given instead of reaching for it; built once in main.ts, and by tests. */
export interface Deps {
  readonly config: Config;
  readonly sql: Sql;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  readonly log: ConversationLog;
  readonly recentWords: RecentWords;
  readonly hub: Hub;
  readonly bus: Bus;
  readonly files: FileStore;
  readonly mailer: Mailer;
}
