import type { Sql } from 'postgres';
import { askDatabase } from './health-store.ts';
import type { App } from './http.ts';

/** A database that needs longer for nothing at all is not one to send people to, in milliseconds. */
const DATABASE_MS = 2_000;

async function answers(sql: Sql): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, DATABASE_MS, false);
  });
  const asked = askDatabase(sql).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/**
 * For whoever watches the server. `/healthz`: the process is alive; restart it when this stays silent. `/readyz`: people
 * can be sent here, else 503 with the reasons; a restart does not help.
 */
export function registerHealth(app: App, sql: Sql): void {
  const hidden = { schema: { hide: true } } as const;
  app.get('/healthz', hidden, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );
  app.get('/readyz', hidden, async (_request, reply) => {
    const reasons = (await answers(sql)) ? [] : ['database: does not answer'];
    return reply
      .header('cache-control', 'no-store')
      .code(reasons.length === 0 ? 200 : 503)
      .send({ ready: reasons.length === 0, reasons });
  });
}
