import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { registerAttachmentRoutes } from '../../src/server/attachments/routes/index.ts';
import { CUSTOMER_COOKIE, newToken, tokenHash } from '../../src/server/customers/customer-cookie.ts';
import { insertCustomer } from '../../src/server/customers/customer-store.ts';
import type { Deps } from '../../src/server/deps.ts';
import { inspect } from '../../src/server/guard/inspect.ts';
import { loadConfig } from '../../src/server/platform/config.ts';
import { folderFileStore } from '../../src/server/platform/files-folder.ts';
import { type App, createHttp } from '../../src/server/platform/http.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export interface Cast {
  app: App;
  deps: Deps;
  database: TestDatabase;
  /** Moves the clock. */
  later(ms: number): void;
  close(): Promise<void>;
}

/** The routes of files on a real database and a real folder. */
export async function startCast(folder: string, environment: Record<string, string> = {}): Promise<Cast> {
  const database = await createTestDatabase();
  const config = loadConfig({ LOG_LEVEL: 'silent', UPLOAD_MAX_BYTES: '2000000', ...environment });
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const app = await createHttp(config, createLogger(config));
  const deps = {
    config,
    sql: database.sql,
    clock,
    files: folderFileStore(folder),
    logger: app.log,
  } as unknown as Deps;
  registerAttachmentRoutes(app, deps);
  await app.ready();
  return {
    app,
    deps,
    database,
    later: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

export interface Person {
  id: string;
  cookie: string;
}

/** A customer whose browser is remembered. */
export async function aCustomer({ database }: Cast): Promise<Person> {
  const token = newToken();
  const id = randomUUID();
  const session = { id: randomUUID(), tokenHash: tokenHash(token), userAgent: inspect('', 'en').text };
  await insertCustomer(database.sql, { id, locale: 'en' }, session);
  return { id, cookie: `${CUSTOMER_COOKIE}=${token}` };
}

/** A conversation of this customer, as far as files care. */
export async function aConversation({ database }: Cast, customer: Person): Promise<string> {
  const id = randomUUID();
  await database.sql`
    insert into conversations (id, case_number, channel, status, priority, locale, customer_id, last_seq, prev_seq, last_hash, created_at, activity_at)
    values (${id}, ${`T${id}`}, 'chat', 'open', 'normal', 'en', ${customer.id}, 1, 0, '\\x00', now(), now())`;
  return id;
}

/** Sends a file in, as a browser does. */
export async function upload(
  { app }: Cast,
  person: Person | null,
  content: Buffer,
  name: string,
  field = 'file',
) {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(content)], { type: 'image/png' }), name);
  const multipart = new Response(form);
  return app.inject({
    method: 'POST',
    url: '/api/my/attachments',
    headers: {
      'content-type': multipart.headers.get('content-type') ?? '',
      'accept-language': 'en',
      ...(person !== null && { cookie: person.cookie }),
    },
    payload: Buffer.from(await multipart.arrayBuffer()),
  });
}

export const fetchFile = ({ app }: Cast, person: Person | null, path: string) =>
  app.inject({ method: 'GET', url: path, headers: person === null ? {} : { cookie: person.cookie } });

export const plainPicture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#0f766e' } });

export const pdf = (inside = '1 0 obj<</Type/Catalog>>endobj', tail = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n${inside}\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n${tail}`,
    'latin1',
  );
